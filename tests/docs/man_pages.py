#!/usr/bin/env python3
"""The manual pages: every command has one, in both languages, with each of its options; mandoc and man find nothing wrong.

    man_pages.py TENKO PAGES
"""
import os, re, shutil, subprocess, sys

tenko, pages = sys.argv[1], sys.argv[2]
faults = []


def help_of(*words):
    return subprocess.run([tenko, *words, "--lang", "en"], capture_output=True, text=True, check=True).stdout


def plain(text):
    """What a reader sees of roff: for finding words."""
    text = re.sub(r"\\f[BIR]|\\:|\\&", "", text)
    return text.replace("\\-", "-").replace("\\(aq", "'").replace("\\e", "\\")


def read(*parts):
    path = os.path.join(pages, *parts)
    if not os.path.exists(path):
        faults.append(f"{path}: there is no such page")
        return ""
    with open(path, encoding="utf-8") as file:
        return plain(file.read())


commands = re.findall(r"^  tenko (\w+) ", help_of("--help"), re.M)
if len(commands) < 13:
    faults.append(f"tenko --help lists only {commands}")
for language in ("", "ja"):
    whole = read(language, "man1", "tenko.1")
    for command in commands:
        page = read(language, "man1", f"tenko-{command}.1")
        if f"tenko-{command}" not in whole:
            faults.append(f"tenko(1) {language}: {command} is missing")
        for option in re.findall(r"^  (?:-\w, )?(--[\w-]+)", help_of(command, "--help"), re.M):
            if option not in page:
                faults.append(f"tenko-{command}(1) {language}: {option} is missing")
        for status in range(5):
            if not re.search(rf"^\.TP\n{status}$", page, re.M):
                faults.append(f"tenko-{command}(1) {language}: exit status {status} is missing")
    rules = read(language, "man7", "tenko-rules.7")
    names = re.findall(r"^([a-z]+(?:-[a-z]+)+) +(?:critical|high|medium|low|info) ", help_of("rules"), re.M)
    if len(names) < 40:
        faults.append(f"tenko rules lists only {names}")
    for rule in names:
        if rule not in rules:
            faults.append(f"tenko-rules(7) {language}: {rule} is missing")
    for word in ("retention_years: 1..100", "missing_list: stop|report", "connector: ldap"):
        if word not in read(language, "man5", "tenko.yaml.5"):
            faults.append(f"tenko.yaml(5) {language}: {word} is missing")
    if "exceptions_over_time" not in read(language, "man5", "tenko-ledger.5"):
        faults.append(f"tenko-ledger(5) {language}: the views are missing")

made = sorted(os.path.join(where, name) for where, _, names in os.walk(pages) for name in names)
if len(made) != 2 * (len(commands) + 4):
    faults.append(f"{len(made)} pages for {len(commands)} commands and four more, in two languages")
checked = []
if shutil.which("mandoc"):
    checked.append("mandoc")
    for page in made:
        said = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, text=True)
        faults += said.stdout.splitlines() + said.stderr.splitlines()
if shutil.which("man") and shutil.which("groff"):
    checked.append("man")
    for page in made:
        said = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page], capture_output=True, text=True,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"})
        faults += [f"{page}: {line}" for line in said.stderr.splitlines()]

print("\n".join(faults) if faults else f"man pages: {len(made)}, checked by {', '.join(checked) or 'no formatter: neither mandoc nor man is installed'}",
      file=sys.stderr if faults else sys.stdout)
sys.exit(1 if faults else 0)
