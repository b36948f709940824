"""Everything that Pollock does to a table, kind by kind.

The kinds, their numbers and how often a survey of open data met them are facts of "Pollock: A Data Loading Benchmark" (Vitagliano et
al., VLDB 2023). A file is a list of rows, a row a list of its parts: cells as they are written, and the delimiters between them, so
that one delimiter can go, come or change. The truth is the table as it was meant, in the order of the file.
"""
import collections

from source import ALWAYS_QUOTED, table

Variant = collections.namedtuple("Variant", "kind name data truth weight")
CRLF = "\r\n"


def written(cell, column, quote='"', escape='"'):
    is_quoted = column in ALWAYS_QUOTED or any(c in cell for c in ',"\n')
    text = cell.replace('"', escape + '"')
    return quote + text + quote if is_quoted else text


def parts_of(row, delimiter=",", **signs):
    parts = []
    for column, cell in enumerate(row):
        parts += [delimiter] * (column > 0) + [written(cell, column, **signs)]
    return parts


def text_of(rows, end=CRLF, **how):
    return "".join("".join(parts_of(row, **how)) + end for row in rows)


def spoilt(rows, number, change):
    """The table with one row's parts changed."""
    lines = [parts_of(row) for row in rows]
    change(lines[number])
    return "".join("".join(parts) + CRLF for parts in lines)


def second_table(rows, width):
    """How the benchmark repeats a table below itself: cells end at their quotes, which are doubled but not enclosed."""
    lines, truth = [], []
    for row in rows:
        cells = []
        for cell in row:
            first, *more = cell.split('"')
            cells += [first] + ['"' + piece for piece in more]
        cells = (cells + [""] * width)[:width]
        truth.append(cells)
        lines.append(",".join(f'"{c}"' if c.find(",") > 0 or "\n" in c else c for c in (c.replace('"', '""') for c in cells)) + CRLF)
    return "".join(lines), truth


def whole_files(rows):
    """(kind, text, truth, weight)"""
    header, width = rows[0], len(rows[0])
    plain = text_of(rows)
    yield "source", plain, rows, 1
    yield "no_payload", "", [], 15
    yield "no_trailing_newline", plain.removesuffix(CRLF), rows, 184
    yield "double_trailing_newline", plain + CRLF, rows, 5
    yield "no_header", text_of(rows[1:]), rows[1:], 470
    for n in (2, 3):
        yield f"header_multirow_{n}", text_of([header] * (n - 1)) + plain, [[" ".join([h] * n) for h in header]] + rows[1:], 47
    preamble = "PREAMBLE" + "," * (width - 1) + CRLF + "," * (width - 1) + CRLF
    yield "preamble", preamble + plain, rows, 282
    for kind, other in (("same", width), ("more", width + 1), ("less", width - 3)):
        text, truth = second_table(rows, other)
        yield f"multitable_{kind}", plain + text, rows + truth, 188 / 3
    yield "header_only", text_of([header]), [header], 3
    yield "one_data_row", text_of(rows[:2]), rows[:2], 4
    yield "record_delimiter_cr", text_of(rows, end="\r"), rows, 7
    yield "record_delimiter_lf", text_of(rows, end="\n"), rows, 1691
    yield "field_delimiter_tab", text_of(rows, delimiter="\t"), rows, 4
    yield "field_delimiter_semicolon", text_of(rows, delimiter=";"), rows, 834
    yield "field_delimiter_space", text_of(rows, delimiter=" "), rows, 4
    yield "field_delimiter_comma_space", text_of(rows, delimiter=", "), rows, 101
    yield "quotation_apostrophe", text_of(rows, quote="'"), rows, 11
    yield "escape_backslash", text_of(rows, escape="\\"), rows, 1
    yield "escape_none", text_of(rows, escape=""), rows, 7


def spoilt_rows(rows):
    """(kind, row, column, text, truth, weight)"""
    width = len(rows[0])
    for number in range(len(rows)):
        for column in range(1, width):
            yield "row_less_separators", number, column, spoilt(rows, number, lambda p: p.pop(2 * column - 1)), rows, 525 / 1428
        for column in range(width):
            yield "row_more_separators", number, column, spoilt(rows, number, lambda p: p.insert(2 * column, ",")), rows, 525 / 1428
        for column in range(width):
            yield ("row_extra_quote", number, column, *extra_quote(rows, number, column), 7 / 756)

        def to_spaces(parts):
            parts[1::2] = " " * (width - 1)

        yield "row_field_delimiter_space", number, 0, spoilt(rows, number, to_spaces), rows, 12 / 84


def extra_quote(rows, number, column):
    """A quote before a cell's text, behind the quote that opens it, if one does."""

    def add(parts):
        cell = parts[2 * column]
        is_quoted = cell.startswith('"') and not cell.startswith('""')
        parts[2 * column] = '""' + cell[1:] if is_quoted else '"' + cell

    truth = list(rows)
    truth[number] = list(rows[number])
    truth[number][column] = '"' + rows[number][column]
    return spoilt(rows, number, add), truth


def variants():
    rows = table()
    for kind, text, truth, weight in whole_files(rows):
        yield Variant(kind, f"file_{kind}", text.encode(), truth, weight)
    for kind, number, column, text, truth, weight in spoilt_rows(rows):
        yield Variant(kind, f"{kind}_{number}_{column}", text.encode(), truth, weight)
