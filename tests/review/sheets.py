"""Review sheets as offices send them back: filled in the workbook and saved by LibreOffice, or opened as CSV in Excel and saved.

What Excel does to a CSV file is done here by hand: numbers lose their zeros, days become 2026/4/5, what CP932 lacks becomes ?,
and only cells that need it are quoted."""
import csv, io, os, re, subprocess, zipfile
from xml.sax.saxutils import escape

FILLED = {"ja": ["判断", "備考", "確認者", "確認日"], "en": ["decision", "comment", "reviewer", "reviewed_on"]}


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return list(csv.reader(f))


def fill(rows, decide, language="ja"):
    """decide(row as a dict) → (decision, comment, reviewer, date), or None: left empty."""
    head = rows[0]
    out = [head]
    for row in rows[1:]:
        cells = dict(zip(head, (c[1:] if c.startswith("'") else c for c in row)))
        cells.update(zip(FILLED[language], decide(cells) or ()))
        out.append([cells[h] for h in head])
    return out


def excel_cell(text):
    if re.fullmatch(r"0*\d{1,15}", text):
        return str(int(text))
    day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    return f"{day[1]}/{int(day[2])}/{int(day[3])}" if day else text


def as_excel_csv(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([excel_cell(c) for c in row] for row in rows)
    return out.getvalue().encode("cp932", "replace")


def column_name(i):
    return (chr(64 + i // 26) if i >= 26 else "") + chr(65 + i % 26)


def fill_workbook(data, filled, change=lambda name, part: part):
    """Writes the filled rows' last columns into the sheet's XML, as somebody typing would; `change` may alter any part."""
    head, answers = filled[0], {r[1]: r for r in filled[1:]}
    first = len(head) - 4
    out = io.BytesIO()

    def one(match):
        row, number = match[0], match[1]
        cells = re.search(r">(r[0-9a-f]{15})<", row)
        if not cells or cells[1] not in answers:
            return row
        added = "".join(f'<c r="{column_name(first + i)}{number}" t="inlineStr"><is><t xml:space="preserve">{escape(v)}</t></is></c>'
                        for i, v in enumerate(answers[cells[1]][first:]) if v)
        row = re.sub(r'<c r="(?:%s)%s"[^>]*/>' % ("|".join(column_name(first + i) for i in range(4)), number), "", row)
        return row.replace("</row>", added + "</row>")

    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = re.sub(r'<row r="(\d+)".*?</row>', one, part.decode(), flags=re.S).encode()
            new.writestr(name, change(name, part))
    return out.getvalue()


def libreoffice(folder, paths, target="xlsx"):
    """LibreOffice opens the files and saves them into folder/saved; their paths."""
    out = os.path.join(folder, "saved")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--convert-to", target, "--outdir", out, *paths],
                   check=True, capture_output=True, timeout=900, env={**os.environ, "HOME": folder, "TZ": "UTC", "LC_ALL": "C.UTF-8"})
    return [os.path.join(out, os.path.splitext(os.path.basename(p))[0] + "." + target.split(":")[0]) for p in paths]
