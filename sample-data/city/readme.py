"""README.md (the table for people) and expected.tsv (the same for the test, with every subject)."""
from collections import Counter


def entries(expectations):
    """rule × target × subject; × number where a target has several; × N targets × number where there are many targets."""
    exceptions = [e for e in expectations if e[0] == "exception"]
    counts = Counter((e[1], e[2]) for e in exceptions)
    targets = Counter(rule for rule, _ in counts)
    out = []
    for e in expectations:
        if e[0] == "exception" and targets[e[1]] > 4:
            out.append(f"`{e[1]}` × {targets[e[1]]} targets × {sum(x[1] == e[1] for x in exceptions)}")
        elif e[0] == "exception":
            n = counts[e[1], e[2]]
            subject = f"`{e[3]}`" + " (waived)" * ("waived=true" in e) if n == 1 and e[3] else str(n)
            out.append(f"`{e[1]}` × {e[2]} × {subject}")
        elif e[0] == "none":
            out.append(f"no `{e[1]}` × {e[2]} × `{e[3]}`")
        elif e[0] == "license":
            out.append(f"{e[1]}: " + ", ".join(f.replace("=", " ").replace("_", " ") for f in e[2:]))
        elif e[0] == "issue":
            out.append(f"input issue `{e[2]}` × {e[1]} × {e[3]}")
    return "<br>".join(dict.fromkeys(out))


HEAD = """# しおかぜ市: the sample city

A fictional city of about {staff} staff on 31 March 2026 (令和8年3月31日): {systems} systems, {licenses} licenses, six rosters. Nobody and nothing in it exists; `../make.py` makes it.
Every finding of five published audits is retold here. The table says what was found, where it stands here and which exceptions Tenko must raise: these and no others.
`expected.tsv` is the same with every subject; the test `sample_table` checks both, line by line.

    tenko run -c sample-data/shiokaze/tenko.yaml --no-ledger --out report

Total on 31 March 2026: {total} exceptions, {waived} of them waived.

## tenko.yaml, on 2026-03-31

| id | what was found | where | expected |
|---|---|---|---|
"""

OTHER = {
    "april": ("tenko.yaml --as-of 2026-04-01", "KO-19", "check again after the April changes: whoever left on 31 March is a leaver now, newcomers have no account yet, last year's licenses are still held. "
              "An exception closes only when a later run no longer sees it. (Only leaver-account, leaving-soon, missing-account and license-leaver are counted here.)", "the same files, a day later"),
    "web2023": ("web2023.yaml", "SA-7", "one shared web administration password unchanged from 2019-03-31 to 2023-12-01, 1,706 days, while one who knew it left and two were transferred",
                "hr/staff_2023.csv, systems/cms_2023.csv"),
    "june2025": ("june2025.yaml", "KO-24", "the teachers' list of the end of May compared in June: one system has its own roster date and its own day", "hr/teachers_2025-05-30.csv, systems/school_affairs_2025-06.csv"),
    "register162": ("register162.yaml", "KA-list", "162 systems (59 in the cloud), each owned by a section, some by two jointly; the register on its first day, before any list has come in: nothing is silent, and three have no owner", "register/systems162.csv"),
}

TAIL = """
## Without exceptions of their own

| id | what was found | what the sample shows |
|---|---|---|
| KO-2…24 | additions and deletions of the year not confirmed | each list is a complete population: `systems.csv` gives rows, accounts, enabled and matched of every system, also with another `--as-of`; `last_year.yaml` is the year before in the same ledger (systems/2025/), so that `tenko diff` shows start + added − removed = end of every system |
| CH-57… | the ledger must be complete | `systems.csv` has a line for every system of tenko.yaml and says for every rule whether it was evaluated, and why not |
| YO-7 | the audit was done by the audited section itself | `manifest.json` names who ran it, when, with which files, thresholds and version |

## How the files are written

CP932 as Windows and as other systems write it (髙 has two codes), UTF-8 with and without BOM, UTF-16LE with TAB; CRLF and LF; comma, semicolon, TAB, |; titles above the header, empty columns to the right,
a totals row, a last line without end; 令和8年3月30日, R8.3.30, R08/03/30, Ｒ８．３．３０, 2026/3/30, 20260330, 46111; eaten zeros, ="001234", full-width IDs, ﾊﾝｶｸ kana, 髙 written 高, former names,
people with two posts (兼務), lent out (出向), on leave, back under a new number (再任用), two 山田太郎, rows of 1 April in the file of March, departments renamed, split and a code used again.
"""


def tsv(run, seed, expectations):
    return [f"{run}\t{seed}\t" + "\t".join(e) for e in expectations]


def files(city, table, systems, others):
    text, lines = HEAD, []
    for seed, found, where, expectations in table.rows:
        text += f"| {seed} | {found} | {where} | {entries(expectations)} |\n"
        lines += tsv("tenko.yaml", seed, expectations)
    for run, (command, seed, found, where) in OTHER.items():
        text += f"\n## {command}\n\n| id | what was found | where | expected |\n|---|---|---|---|\n| {seed} | {found} | {where} | {entries(others[run])} |\n"
        lines += tsv(command, seed, others[run])
    all_exceptions = [e for row in table.rows for e in row[3] if e[0] == "exception"]
    text = text.format(staff=len(city.present("正規", "再任用", "会計年度", "教職員")), systems=systems, licenses=len(city.licenses), total=len(all_exceptions),
                       waived=sum("waived=true" in e for e in all_exceptions))
    return {"README.md": (text + TAIL).encode(), "expected.tsv": ("\n".join(lines) + "\n").encode()}
