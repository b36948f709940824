#!/usr/bin/env python3
"""The output that the READMEs show is what the demo prints.   readme.py TENKO SOURCE_DIR

The first two fenced blocks of each README are compared line by line with the run of scripts/demo on the sample, after the run of
the year before, and with the diff of the two; a line "…" stands for any number of lines. The commands of a ```console block are
played on the files shown above it (```csv FILE). Links of the READMEs and of docs/README lead somewhere.
"""
import os, re, shlex, shutil, subprocess, sys, tempfile


def shown(path):
    return [block.splitlines() for block in re.findall(r"^```\n(.*?)^```$", open(path, encoding="utf-8").read(), re.S | re.M)[:2]]


def agree(wanted, lines):
    if not wanted:
        return not lines
    if wanted[0] == "…":
        return any(agree(wanted[1:], lines[i:]) for i in range(len(lines) + 1))
    return bool(lines) and lines[0] == wanted[0] and agree(wanted[1:], lines[1:])


def own_files(tenko, path):
    """What the console block does not show as it is; empty: nothing."""
    text = open(path, encoding="utf-8").read()
    files = re.findall(r"^```csv (\S+)\n(.*?)^```$", text, re.S | re.M)
    console = re.search(r"^```console\n\$ tenko (.*?)\n(.*?)^```$", text, re.S | re.M)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files:
            open(f"{folder}/{name}", "w", encoding="utf-8").write(content)
        done = subprocess.run([tenko, *shlex.split(console[1])], cwd=folder, capture_output=True, text=True)
    return "" if done.stdout == console[2] else f"{path}: the console shows\n{done.stdout}{done.stderr}"


def dead_links(root, path):
    text = open(os.path.join(root, path), encoding="utf-8").read()
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text) + re.findall(r'src="([^"]+)"', text)
    return [f"{path}: no such file: {t}" for t in targets
            if "://" not in t and not os.path.exists(os.path.join(root, os.path.dirname(path), t))]


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
        wrong = own_files(tenko, os.path.join(root, name))
        dead = dead_links(root, name) + dead_links(root, f"docs/{name}")
        if wrong or dead:
            print(wrong, *dead, sep="\n")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
