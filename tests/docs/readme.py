#!/usr/bin/env python3
"""The output that the READMEs show is what the demo prints.   readme.py TENKO SOURCE_DIR

The first fenced block of each README is compared line by line with the run of scripts/demo on the sample; a line "…" stands for
any number of lines.
"""
import os, re, subprocess, sys, tempfile


def shown(path):
    return re.search(r"^```\n(.*?)^```$", open(path, encoding="utf-8").read(), re.S | re.M)[1].splitlines()


def agree(wanted, lines):
    if not wanted:
        return not lines
    if wanted[0] == "…":
        return any(agree(wanted[1:], lines[i:]) for i in range(len(lines) + 1))
    return bool(lines) and lines[0] == wanted[0] and agree(wanted[1:], lines[1:])


def main():
    tenko, root = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f"{folder}/build")
        command = [tenko, "run", "-c", f"{root}/sample-data/shiokaze/tenko.yaml", "--out", "build/demo-report", "--no-ledger"]
        lines = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.splitlines()
    status = 0
    for name in ("README.md", "README.ja.md"):
        if not agree(shown(os.path.join(root, name)), lines):
            print(f"{name} does not show what the demo prints; it prints:\n" + "\n".join(lines))
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
