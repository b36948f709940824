#!/usr/bin/env python3
"""The recipes of docs/recipes are played as they stand.   recipes.py TENKO SOURCE_DIR

A section with a list (```csv FILE, ```tsv FILE) has its part of the configuration (```yaml), what `tenko check` says of the columns
(```check), what is found (```found: rule and subject) and, in a line, the rules that are not evaluated. The people and the head of
the configuration stand in README.md. Both languages show the same lists, settings and findings.
"""
import json, os, re, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

# Rules that need columns: what a list does not tell, the page has to say. Others wait for policy, ledger or register.
NEEDS_COLUMNS = {
    "systems": ["leaver-login", "name-mismatch", "department-mismatch", "dormant-account", "never-used-account",
                "initial-password", "mfa-missing", "privileged-unapproved"],
    "licenses": ["license-never-used", "license-idle"],
    "devices": ["device-not-returned", "device-department-mismatch"],
    "rosters": [],
}
NOT_EVALUATED = re.compile(r"^(?:Not evaluated|一覧から分からないため評価しない検査)[^:]*: ?(.*)$", re.M)


def blocks(text):
    """[(language, file or "", content)] of the fenced blocks."""
    return [(m[1], m[2] or "", m[3]) for m in re.finditer(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", text, re.S | re.M)]


def sections(path):
    return re.split(r"^## ", open(path, encoding="utf-8").read(), flags=re.M)[1:]


class Page:
    def __init__(self, section):
        self.title = section.split("\n")[0]
        found = blocks(section)
        self.lists = [(name, text) for kind, name, text in found if kind in ("csv", "tsv")]
        self.settings, self.check, self.found = ("".join(t for k, _, t in found if k == kind) for kind in ("yaml", "check", "found"))
        line = NOT_EVALUATED.search(section)
        self.not_evaluated = re.findall(r"`([a-z-]+)`", line[1]) if line else []

    def kind(self):
        return self.settings.split(":")[0]

    def same_as(self, other):
        return (self.lists, self.settings, self.found, self.not_evaluated) == (other.lists, other.settings, other.found, other.not_evaluated)


def head(kind, yaml, extra):
    """The head of the index: a roster's recipe brings the roster; policy speaks of systems."""
    lines = [l for l in yaml.splitlines() if not (l.startswith("rosters:") and kind == "rosters")]
    lines = [l for l in lines if not (l.startswith("policy:") and kind != "systems")]
    return "\n".join(lines + ([] if kind == "systems" else [extra])) + "\n"


def played(program, page, index, language):
    """What is wrong with the recipe, as a text; empty: nothing."""
    kind = page.kind()
    with tempfile.TemporaryDirectory() as folder:
        write = lambda name, text: open(os.path.join(folder, name), "w", encoding="utf-8").write(text)
        for name, text in index["files"] + page.lists:
            write(name, text)
        write("tenko.yaml", head(kind, index["head"], index["extra"]) + page.settings)
        run = lambda *words: subprocess.run([program, *words, "--lang", language], cwd=folder, capture_output=True, text=True)
        check, done = run("check"), run("run", "--no-ledger")
        if check.returncode or done.returncode:
            return check.stderr + done.stderr
        part = next(p for p in check.stdout.split("== ") if p.split("\n")[0].endswith(": " + page.lists[0][0]))
        columns = [l.strip() for l in part.splitlines() if re.match(r"[a-z_]+ (<-|←) ", l.strip())]
        if columns != page.check.splitlines():
            return "check says:\n" + "\n".join(columns)
        summary = json.load(open(f"{folder}/report/summary.json", encoding="utf-8"))
        target = page.settings.split("name: ")[1].split("\n")[0] if kind in ("systems", "licenses") else None
        found = [json.loads(l) for l in open(f"{folder}/report/exceptions.jsonl", encoding="utf-8")]
        found = [e for e in found if kind == "rosters" or e["target"] in (target, "devices")]
        lines = [f"{e['rule']}  {e['subject'] or '-'}" for e in found]
        if lines != page.found.splitlines():
            return "found is:\n" + "\n".join(lines)
        source = {"systems": lambda: summary["systems"][0], "licenses": lambda: summary["licenses"][0],
                  "devices": lambda: summary["devices"], "rosters": lambda: {"rules_not_evaluated": []}}[kind]()
        missing = [x["rule"] for x in source["rules_not_evaluated"]]
        missing = [rule for rule in NEEDS_COLUMNS[kind] if rule in missing]
        if missing != page.not_evaluated:
            return "not evaluated are: " + ", ".join(missing)
    return ""


def index_of(path):
    text = open(path, encoding="utf-8").read()
    found = blocks(text)
    return {"files": [(name, t) for kind, name, t in found if kind == "csv"], "head": next(t for kind, _, t in found if kind == "yaml"),
            "extra": re.search(r"`(systems: \[.*?\])`", text)[1], "text": text}


def main():
    program, root = os.path.abspath(sys.argv[1]), os.path.join(sys.argv[2], "docs", "recipes")
    failures, plays = [], []
    indices = {"en": index_of(f"{root}/README.md"), "ja": index_of(f"{root}/README.ja.md")}
    for name in sorted(n for n in os.listdir(root) if n.endswith(".ja.md") and not n.startswith("README")):
        pages = {"ja": [Page(s) for s in sections(f"{root}/{name}")], "en": [Page(s) for s in sections(f"{root}/{name[:-6]}.md")]}
        for ja, en in zip(pages["ja"], pages["en"], strict=True):
            if not ja.same_as(en):
                failures.append(f"{name}: {ja.title}: lists, settings or findings differ between the languages")
        for language, index in indices.items():
            for page in pages[language]:
                if f"[{page.title}](" not in index["text"]:
                    failures.append(f"{name}: {page.title} is not in the index ({language})")
                if page.lists:
                    plays.append((page, index, language))
    with ThreadPoolExecutor(2) as pool:
        wrong = pool.map(lambda play: (play[0].title, played(program, *play)), plays)
        failures += [f"{title}: {what}" for title, what in wrong if what]
    assert len(plays) >= 50, "at least 25 products in two languages"
    print("\n".join(failures) or f"{len(plays)} recipes played")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
