#!/usr/bin/env python3
"""Runs out of room at every write position: exit 4 with a message, the old report stands whole, nothing is left beside it.

    disk_full.py TENKO

Room is limited in two ways: no file may grow above a size (RLIMIT_FSIZE), and, where root may mount one, a disk of that size.
"""
import os, resource, subprocess, sys, tempfile

import project

SMALL = 60  # people: the report is small enough to try many sizes


def report_size(report):
    return max(os.path.getsize(os.path.join(w, n)) for w, _, ns in os.walk(report) for n in ns)


def try_limit(program, folder, limit):
    def child():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    run = project.run(program, folder, "2026-05-01", preexec_fn=child)
    err = run.communicate()[1].decode()
    expect_refusal(folder, run.returncode, err, f"limit {limit}")


def expect_refusal(folder, code, err, what):
    assert code == 4 and "report" in err and "Sanitizer" not in err, f"{what}: exit {code}: {err}"
    assert project.day_of(os.path.join(folder, "report")) == "2026-04-01", f"{what}: the old report is gone"
    assert project.beside(folder) == [], f"{what}: left {project.beside(folder)}"


def limits(program):
    with tempfile.TemporaryDirectory() as folder:
        project.write(folder, system_count=1)
        assert project.run(program, folder, "2026-04-01").wait() == 0
        most = report_size(os.path.join(folder, "report"))
        sizes = sorted({0, 1, 100, most - 1} | {most * i // 12 for i in range(1, 12)})
        for size in sizes:
            try_limit(program, folder, size)
        return len(sizes)


def small_disk(program):
    """A disk on which the old report lies and the new one does not fit beside it."""
    with tempfile.TemporaryDirectory() as folder:
        project.write(folder, system_count=1)
        disk = os.path.join(folder, "disk")
        os.mkdir(disk)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk], capture_output=True).returncode != 0:
            return 0
        try:
            command = [program, "run", "--no-ledger", "--out", "disk/report", "--as-of"]
            subprocess.run(command + ["2026-04-01"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            used = os.statvfs(disk)
            used_kb = (used.f_blocks - used.f_bfree) * used.f_frsize // 1024
            tried = 0
            for part in (0, 10, 30, 50, 70, 90):
                size = f"size={used_kb + used_kb * part // 100}k"
                subprocess.run(["mount", "-o", "remount," + size, disk], check=True)
                done = subprocess.run(command + ["2026-05-01"], cwd=folder, capture_output=True)
                expect_refusal(disk, done.returncode, done.stderr.decode(), size)
                tried += 1
            return tried
        finally:
            subprocess.run(["umount", disk], check=True)


def main():
    program = os.path.abspath(sys.argv[1])
    project.PEOPLE = SMALL
    tried, disks = limits(program), 0
    if os.geteuid() == 0:
        project.PEOPLE = 2000
        disks = small_disk(program)
    print(f"{tried} file limits, {disks} full disks" + ("" if disks else " (no disk could be mounted)"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
