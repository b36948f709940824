"""A workbook from the lines of a story: the smallest package that Excel and LibreOffice open as well.

    == 職員 ==                 a sheet begins (== 控 hidden ==: a hidden one); before the first, it is Sheet1
    職員番号,氏名,採用日       a row, as CSV; an empty line is an empty row. A cell is text, but
    == 職員 1904 ==            … of a workbook that counts days from 1904
    001,佐藤,#43922:ge.m.d     #NUMBER and #NUMBER:FORMAT are numbers, ?TEXT an error (?#N/A), !TRUE and !FALSE flags,
                               ?=TEXT a formula without a stored value
"""
import csv, io, re, zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def sheets_of(text):
    sheets = []
    for line in text.splitlines():
        head = re.fullmatch(r"== (.+?)( hidden)?(?: 1904)? ==", line)
        if head:
            sheets.append((head[1], bool(head[2]), []))
        else:
            if not sheets:
                sheets.append(("Sheet1", False, []))
            sheets[-1][2].append(next(csv.reader([line]), []))
    return sheets


def column(i):
    return (column(i // 26 - 1) if i >= 26 else "") + chr(ord("A") + i % 26)


def cell(reference, text, formats):
    if text.startswith("#") and re.fullmatch(r"#-?[0-9.]+(:.*)?", text):
        number, _, code = text[1:].partition(":")
        style = ""
        if code:
            if code not in formats:
                formats.append(code)
            style = f' s="{formats.index(code) + 1}"'
        return f'<c r="{reference}"{style}><v>{number}</v></c>'
    if text.startswith("?="):
        return f'<c r="{reference}"><f>{escape(text[2:])}</f></c>'
    if text.startswith("?"):
        return f'<c r="{reference}" t="e"><v>{escape(text[1:])}</v></c>'
    if text in ("!TRUE", "!FALSE"):
        return f'<c r="{reference}" t="b"><v>{int(text == "!TRUE")}</v></c>'
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def sheet_xml(rows, formats):
    out = [f'<worksheet xmlns="{MAIN}"><sheetData>']
    for y, row in enumerate(rows, 1):
        cells = "".join(cell(f"{column(x)}{y}", text, formats) for x, text in enumerate(row) if text)
        if cells:
            out.append(f'<row r="{y}">{cells}</row>')
    return "".join(out) + "</sheetData></worksheet>"


def styles_xml(formats):
    numbers = "".join(f'<numFmt numFmtId="{164 + i}" formatCode={quoteattr(code)}/>' for i, code in enumerate(formats))
    styles = "".join(f'<xf numFmtId="{164 + i}" applyNumberFormat="1"/>' for i in range(len(formats)))
    return (f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(formats)}">{numbers}</numFmts><fonts count="1"><font/></fonts>'
            '<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
            f'<cellXfs count="{len(formats) + 1}"><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>')


def relation(number, kind, target):
    return f'<Relationship Id="rId{number}" Type="{REL}/{kind}" Target="{target}"/>'


def workbook(text):
    """The bytes of the workbook; the same for the same text."""
    sheets, formats, parts = sheets_of(text), [], {}
    for i, (_, _, rows) in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{i}.xml"] = sheet_xml(rows, formats)
    parts["xl/styles.xml"] = styles_xml(formats)
    names = "".join(f'<sheet name={quoteattr(name)} sheetId="{i}"{" state=" + quoteattr("hidden") if hidden else ""} r:id="rId{i}"/>'
                    for i, (name, hidden, _) in enumerate(sheets, 1))
    epoch = '<workbookPr date1904="1"/>' if re.search(r"^== .* 1904 ==$", text, re.M) else ""
    parts["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}" xmlns:r="{REL}">{epoch}<sheets>{names}</sheets></workbook>'
    inner = "".join(relation(i, "worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1))
    inner += relation(len(sheets) + 1, "styles", "styles.xml")
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'
    parts["_rels/.rels"] = f'<Relationships xmlns="{PACKAGE}/relationships">{relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>'
    types = "".join(f'<Override PartName="/{name}" ContentType="{SHEET_TYPE}.{kind}+xml"/>'
                    for name, kind in [("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles")]
                    + [(f"xl/worksheets/sheet{i}.xml", "worksheet") for i in range(1, len(sheets) + 1)])
    parts["[Content_Types].xml"] = (f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                                    f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>')
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + part)
    return out.getvalue()
