#!/usr/bin/env python3
"""Are the committed files of the sample what make.py writes, byte for byte?   made.py SAMPLE_DATA"""
import os, subprocess, sys, tempfile


def tree(folder):
    files = {}
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            files[os.path.relpath(path, folder)] = open(path, "rb").read()
    return files


def main():
    data = sys.argv[1]
    with tempfile.TemporaryDirectory(prefix="tenko-made-") as work:
        subprocess.run([sys.executable, "-B", os.path.join(data, "make.py"), work], check=True)
        made, kept = tree(os.path.join(work, "shiokaze")), tree(os.path.join(data, "shiokaze"))
    differ = [name for name in sorted(set(made) | set(kept)) if made.get(name) != kept.get(name)]
    for name in differ:
        print(f"{name}: {'not made by make.py' if name not in made else 'missing' if name not in kept else 'differs'}")
    if differ:
        print("to write them again: sample-data/make.py sample-data")
    print(len(made), "files,", sum(map(len, made.values())), "bytes")
    return bool(differ) or sum(map(len, kept.values())) > 3_000_000


if __name__ == "__main__":
    sys.exit(main())
