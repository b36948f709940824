#!/usr/bin/env python3
"""The output that the READMEs show is what the demo prints.   readme.py TENKO SOURCE_DIR

The first two fenced blocks of each README are compared line by line with the run of scripts/demo on the sample, after the run of
the year before, and with the diff of the two; a line "…" stands for any number of lines.
"""
import os, re, shutil, subprocess, sys, tempfile


def shown(path):
    return [block.splitlines() for block in re.findall(r"^```\n(.*?)^```$", open(path, encoding="utf-8").read(), re.S | re.M)[:2]]


def agree(wanted, lines):
    if not wanted:
        return not lines
    if wanted[0] == "…":
        return any(agree(wanted[1:], lines[i:]) for i in range(len(lines) + 1))
    return bool(lines) and lines[0] == wanted[0] and agree(wanted[1:], lines[1:])


def main():
    tenko, root = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(f"{root}/sample-data/shiokaze", f"{folder}/build/demo-city")
        play = lambda *words: subprocess.run([tenko, *words], cwd=folder, check=True, capture_output=True, text=True).stdout.splitlines()
        play("run", "-c", "build/demo-city/last_year.yaml", "--out", "build/demo-report-2025")
        outputs = [play("run", "-c", "build/demo-city/tenko.yaml", "--out", "build/demo-report"), play("diff", "-c", "build/demo-city/tenko.yaml")]
    status = 0
    for name in ("README.md", "README.ja.md"):
        for wanted, lines in zip(shown(os.path.join(root, name)), outputs, strict=True):
            if not agree(wanted, lines):
                print(f"{name} does not show what the demo prints; it prints:\n" + "\n".join(lines[:60]))
                status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
