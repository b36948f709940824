#!/usr/bin/env python3
"""Imports of review sheets that are killed or run out of room: the ledger has an import whole or not at all, `verify` is clean,
what the table of links had stays, and the same import again brings both to the same end.

    review.py TENKO [KILLS]
"""
import csv, glob, os, random, resource, shutil, signal, sqlite3, subprocess, sys, tempfile, time

import project

LINKS = "system,user_id,person_id,note\ns0,u1,00001,\n"


def tenko(program, folder, *words, status=0, **more):
    done = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True, **more)
    assert done.returncode == status, (words, done.returncode, done.stdout, done.stderr)
    return done.stdout + done.stderr


def fill(folder):
    """Every sheet answered by somebody who holds nothing; every account that nobody holds is said to be nobody's."""
    paths = []
    for path in sorted(glob.glob(os.path.join(folder, "review", "1-*.csv"))):
        with open(path, encoding="utf-8-sig", newline="") as f:
            head, *rows = csv.reader(f)
        is_links = path.endswith("-links.csv")
        for row in rows:
            if is_links:
                row[head.index("職員番号")] = "-"
            row[-4 if not is_links else -3:] = ["削除", "", "監査 花子", "2026-04-05"] if not is_links else ["", "監査 花子", "2026-04-05"]
        back = os.path.join(folder, "in-" + os.path.basename(path))
        with open(back, "w", encoding="utf-8-sig", newline="") as f:
            csv.writer(f).writerows([head, *rows])
        paths.append(back)
    return paths


def state(program, folder):
    """Decisions and links of the ledger, lines of the table of links. A ledger that does not verify fails here."""
    tenko(program, folder, "verify")
    with sqlite3.connect(os.path.join(folder, "tenko.db")) as db:
        counts = [db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("decision", "review_link")]
    with open(os.path.join(folder, "links.csv"), encoding="utf-8") as f:
        text = f.read()
    assert text.startswith(LINKS), "what stood in the table of links is gone"
    return (*counts, text.count("\n") - 2)


def prepare(program, folder):
    project.write(folder, 2)
    with open(os.path.join(folder, "s1.csv"), "a", encoding="utf-8") as f:
        f.writelines(f"x{i},,2025-01-01\n" for i in range(50))
    with open(os.path.join(folder, "links.csv"), "w", encoding="utf-8") as f:
        f.write(LINKS)
    with open(os.path.join(folder, "tenko.yaml"), "a", encoding="utf-8") as f:
        f.write("policy: {links: links.csv}\nsafety: {max_unmatched_percent: 100}\n")
    tenko(program, folder, "run", "--as-of", "2026-04-01", "--format", "jsonl")
    tenko(program, folder, "review", "export")
    return fill(folder)


def restore(folder, kept):
    for name in ("tenko.db", "links.csv"):
        shutil.copy(os.path.join(kept, name), os.path.join(folder, name))


def kill_many(program, folder, sheets, kills):
    kept = os.path.join(folder, "kept")
    os.mkdir(kept)
    for name in ("tenko.db", "links.csv"):
        shutil.copy(os.path.join(folder, name), kept)
    before = state(program, folder)
    began = time.monotonic()
    tenko(program, folder, "review", "import", *sheets)
    length, whole = time.monotonic() - began, state(program, folder)
    assert before == (0, 0, 0) and whole[0] == 2 * project.PEOPLE + 50 and whole[1] == whole[2] == 50, (before, whole)
    recorded = 0
    for i in range(kills):
        restore(folder, kept)
        run = subprocess.Popen([program, "review", "import", *sheets], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0.7 if i % 3 else 0, 1.3) * length)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        found = state(program, folder)
        assert found[:2] in (before[:2], whole[:2]) and found[2] in (0, 50), f"half an import: {found}"
        recorded += found[0] > 0
        tenko(program, folder, "review", "import", *sheets)
        assert state(program, folder) == whole, "the import after the kill"
    # killed between the ledger and the table of links
    with open(os.path.join(folder, "links.csv"), encoding="utf-8") as f:
        data = f.read()
    os.rename(os.path.join(folder, "links.csv"), os.path.join(folder, "links.csv.tenko-new"))
    shutil.copy(os.path.join(kept, "links.csv"), folder)
    assert state(program, folder) == (*whole[:2], 0)
    tenko(program, folder, "review", "import", *sheets)
    with open(os.path.join(folder, "links.csv"), encoding="utf-8") as f:
        assert f.read() == data, "the table of links was not put in place"
    assert not glob.glob(os.path.join(folder, "*.tenko-new")), "left behind"
    restore(folder, kept)
    return recorded


def disk_full(program, folder, sheets):
    most = 2 * os.path.getsize(os.path.join(folder, "tenko.db"))
    for size in (0, 1, 4096, most // 8, most // 4, most // 3, most // 2):
        said = tenko(program, folder, "review", "import", *sheets, status=4, preexec_fn=lambda s=size: resource.setrlimit(resource.RLIMIT_FSIZE, (s, s)))
        assert "Sanitizer" not in said and said.strip(), said
        assert state(program, folder) == (0, 0, 0), f"at {size}"
        assert not glob.glob(os.path.join(folder, "*.tenko-new")), "left behind"
    tenko(program, folder, "review", "import", *sheets)


def main():
    program, kills = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20
    random.seed(20260401)
    project.PEOPLE = 1500
    with tempfile.TemporaryDirectory() as folder:
        sheets = prepare(program, folder)
        recorded = kill_many(program, folder, sheets, kills)
        disk_full(program, folder, sheets)
    print(f"{kills} kills, {recorded} after the commit; 7 sizes of files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
