"""A project of some thousand accounts, and what a whole report is: shared by the fault tests."""
import hashlib, json, os, subprocess

PEOPLE = 4000


def write(folder, system_count=3):
    names = [f"s{i}" for i in range(system_count)]
    with open(os.path.join(folder, "roster.csv"), "w", encoding="utf-8") as f:
        f.write("職員番号,氏名,所属,退職日\n")
        f.writelines(f"{i:05},職員{i},課{i % 40},{'2026-03-01' if i % 5 == 0 else ''}\n" for i in range(PEOPLE))
    for name in names:
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8") as f:
            f.write("利用者ID,職員番号,最終ログイン日\n")
            f.writelines(f"u{i},{i:05},2025-{i % 12 + 1:02}-01\n" for i in range(PEOPLE))
    with open(os.path.join(folder, "tenko.yaml"), "w", encoding="utf-8") as f:
        f.write("rosters: [{name: 職員, source: roster.csv}]\nsystems:\n")
        f.writelines(f"  - {{name: {n}, owner: 課1, source: {n}.csv}}\n" for n in names)


def run(program, folder, day, **more):
    return subprocess.Popen([program, "run", "--no-ledger", "--as-of", day], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **more)


def sha256(path):
    return hashlib.sha256(open(path, "rb").read()).hexdigest()


def hashes(report):
    """The manifest's list of files with their hashes."""
    found = {}
    def walk(value):
        if isinstance(value, dict):
            if "sha256" in value and ("file" in value or "name" in value):
                found[value.get("file", value.get("name"))] = value["sha256"]
            value = list(value.values())
        for v in value if isinstance(value, list) else []:
            walk(v)
    manifest = json.load(open(os.path.join(report, "manifest.json"), encoding="utf-8"))
    walk(manifest["files"])
    return found


def day_of(report):
    """as_of of a report that is whole: every file of the manifest is there as hashed, and no other."""
    listed, there = hashes(report), set()
    for where, _, names in os.walk(report):
        for name in names:
            path = os.path.join(where, name)
            there.add(os.path.relpath(path, report))
            if name != "manifest.json":
                assert listed[os.path.relpath(path, report)] == sha256(path), f"{path} is not as the manifest says"
    assert there == set(listed) | {"manifest.json"}, f"missing: {set(listed) - there}"
    return json.load(open(os.path.join(report, "summary.json"), encoding="utf-8"))["as_of"]


def beside(folder):
    """What lies beside the report that a run may have left."""
    return sorted(n for n in os.listdir(folder) if ".tenko-" in n)
