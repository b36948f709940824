#!/usr/bin/env python3
"""Kills runs at random moments: the report is the old one or the new one, whole, always; and the next run clears up.

    kill.py TENKO [SECONDS]
"""
import os, random, signal, sys, tempfile, time

import project

DAYS = ["2026-04-01", "2026-05-01"]


def one_kill(program, folder, old, new, after):
    """Returns the day of the report that stands afterwards."""
    run = project.run(program, folder, new)
    time.sleep(after)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    day = project.day_of(os.path.join(folder, "report"))
    assert day in (old, new), f"the report is of {day}"
    assert run.returncode != 0 or day == new, "the run ended well, and its report is not there"
    return day


def main():
    program, seconds = os.path.abspath(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 10
    with tempfile.TemporaryDirectory() as folder:
        project.write(folder)
        start = time.monotonic()
        assert project.run(program, folder, DAYS[0]).wait() == 0
        length = time.monotonic() - start
        random.seed(20260401)
        day, kills, new_ones = DAYS[0], 0, 0
        end = time.monotonic() + seconds
        while time.monotonic() < end or kills < 3:
            other = DAYS[1 - DAYS.index(day)]
            # Two of three in the second half of a run, where the report is written and swapped in.
            after = random.uniform(0.4 if kills % 3 else 0, 1.05) * length
            now = one_kill(program, folder, day, other, after)
            kills += 1
            new_ones += now != day
            day = now
        assert project.run(program, folder, DAYS[0]).wait() == 0
        assert project.day_of(os.path.join(folder, "report")) == DAYS[0]
        assert project.beside(folder) == [], f"left behind: {project.beside(folder)}"
    print(f"{kills} kills, {new_ones} after the swap")
    return 0


if __name__ == "__main__":
    sys.exit(main())
