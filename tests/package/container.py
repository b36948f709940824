#!/usr/bin/env python3
"""The Containerfile: what it names is there, nothing runs as root; where a container tool works it is built and run, read-only and
without network.

    container.py BUILD SOURCE
"""
import glob, os, re, shutil, subprocess, sys, tempfile

build, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
text = open(os.path.join(source, "Containerfile"), encoding="utf-8").read()
steps = re.findall(r"^([A-Z]+) (.*(?:\n .*)*)", text, re.M)
faults = []


def last(name):
    found = [words for step, words in steps if step == name]
    return found[-1] if found else ""


with open(os.path.join(source, "scripts/package"), encoding="utf-8") as script:
    package = script.read()
with open(os.path.join(source, ".containerignore"), encoding="utf-8") as ignored:
    kept = {line[1:] for line in ignored.read().split() if line.startswith("!")}
for words in (words for step, words in steps if step in ("COPY", "ADD")):
    for name in words.split()[:-1]:
        if name not in kept:
            faults.append(f"{name} is copied, and .containerignore leaves it out")
        made_by_package = name == "build/deb/*.deb" and "build/deb/*.deb" in package
        if not made_by_package and not glob.glob(os.path.join(source, name)):
            faults.append(f"{name} is copied, and there is no such file")
if steps[0][0] != "FROM" or ":" not in steps[0][1] or steps[0][1].endswith(":latest"):
    faults.append("the image is not of a fixed release")
if last("USER") in ("", "root", "0"):
    faults.append("it runs as root")
if last("USER") not in open(os.path.join(source, "schedule/sysusers.conf"), encoding="utf-8").read().split():
    faults.append("its user is not the package's")
if last("ENTRYPOINT") != '["/usr/bin/tenko"]':
    faults.append("its entry is not the program")
if re.search(r"password|secret|https?://", text.lower()):
    faults.append("a secret, or an address")


def container(tool):
    """Built and run: faults. None: the tool has no image to begin with, or does not work here."""
    with tempfile.TemporaryDirectory() as work:
        os.makedirs(f"{work}/build")
        subprocess.run(["cpack", "--config", f"{build}/CPackConfig.cmake", "-B", f"{work}/build/deb"], check=True, capture_output=True)
        shutil.rmtree(f"{work}/build/deb/_CPack_Packages")
        shutil.copy(os.path.join(source, "Containerfile"), work)
        made = subprocess.run([tool, "build", "-q", "-f", f"{work}/Containerfile", "-t", "tenko-test", work], capture_output=True, text=True)
        if made.returncode:
            print(made.stderr.strip().splitlines()[-1:])
            return None
        city = f"{work}/city"
        shutil.copytree(os.path.join(source, "sample-data/shiokaze"), city)
        ran = subprocess.run([tool, "run", "--rm", "--read-only", "--tmpfs", "/tmp", "--network", "none", "--cap-drop", "all", "--user", str(os.getuid()),
                              "-v", f"{city}:/work", "tenko-test", "run", "--quiet"], capture_output=True, text=True)
        subprocess.run([tool, "rmi", "-f", "tenko-test"], capture_output=True)
        return [] if ran.returncode == 0 and os.path.exists(f"{city}/report/index.html") else [f"the container: {ran}"]


how = "linted"
tool = next((t for t in ("podman", "docker") if shutil.which(t) and subprocess.run([t, "info"], capture_output=True).returncode == 0), None)
if tool and not faults:
    found = container(tool)
    how = "linted; no image could be had" if found is None else f"built and run by {tool}"
    faults += found or []
print("\n".join(faults) if faults else f"container: {how}", file=sys.stderr if faults else sys.stdout)
sys.exit(1 if faults else 0)
