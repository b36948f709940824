"""How vendors write: encodings, delimiters, dates, identifiers. A column is (header, field, style…); a style is a function below."""
import csv, io
from datetime import date

ERAS = ((date(2019, 5, 1), "令和", "R"), (date(1989, 1, 8), "平成", "H"), (date(1926, 12, 25), "昭和", "S"))


def era(d):
    return next((word, letter, d.year - start.year + 1) for start, word, letter in ERAS if d >= start)


def iso(d):
    return d.isoformat()


def slashes(d):
    return f"{d.year}/{d.month}/{d.day}"


def padded(d):
    return d.strftime("%Y/%m/%d")


def compact(d):
    return d.strftime("%Y%m%d")


def dots(d):
    return f"{d.year}.{d.month}.{d.day}"


def stamp(d):
    """With a time of day, which is made of the date."""
    return f"{d.isoformat()} {8 + d.toordinal() % 10:02d}:{d.toordinal() * 7 % 60:02d}:00"


def serial(d):
    """What is left when Excel saves a date whose cell had no date format."""
    return str((d - date(1899, 12, 30)).days)


def wareki(d):
    word, _, year = era(d)
    return f"{word}{'元' if year == 1 else year}年{d.month}月{d.day}日"


def letter_era(d):
    _, letter, year = era(d)
    return f"{letter}{year}.{d.month}.{d.day}"


def letter_padded(d):
    _, letter, year = era(d)
    return f"{letter}{year:02d}/{d.month:02d}/{d.day:02d}"


def wide(text):
    """Ｒ８．３．３１; half-width to full-width."""
    from .names import FULL_WIDTH
    return text.translate(FULL_WIDTH)


def wide_era(d):
    return wide(letter_era(d))


def eaten(text):
    """Excel has taken the leading zeros."""
    return text.lstrip("0") if text.isdigit() else text


def formula(text):
    """="001": what people do so that Excel leaves the zeros alone."""
    return f'="{text}"'


def plain(text):
    from .names import PLAIN
    return text.translate(PLAIN)


def half_kana(text):
    from .names import HALF_KANA
    return text.replace("　", " ").translate(HALF_KANA)


def wide_space(text):
    return text.replace(" ", "　")


def no_space(text):
    return text.replace(" ", "")


def words(yes, no=""):
    """A style for a yes-or-no."""
    return lambda value: yes if value else no


def joined(sign):
    return lambda values: sign.join(values)


def cell(record, field, styles):
    value = record.get(field)
    if isinstance(value, Raw):
        return value
    if value is None or value == "" or value == []:
        return styles[0](value) if styles and field in YES_NO else ""
    for style in styles:
        value = style(value)
    return ",".join(value) if isinstance(value, list) else str(value)


YES_NO = ("enabled", "privileged", "mfa", "returned")


class Raw(str):
    """A cell that is written as it is, whatever the column's style."""


# Windows writes these two at other places of the code page than Python does; both mean the same character.
WINDOWS = {"髙": b"\xfb\xfc", "﨑": b"\xfa\xb1"}


def encode(text, encoding):
    if encoding == "cp932-windows":
        return b"".join(WINDOWS.get(c) or c.encode("cp932") for c in text)
    if encoding == "utf-16le":
        return b"\xff\xfe" + text.encode("utf-16-le")
    return text.encode(encoding)


class Manner:
    def __init__(self, encoding="utf-8", delimiter=",", newline="\r\n", title=(), blank_columns=0, quote=False, total="", last_newline=True):
        self.encoding, self.delimiter, self.newline, self.title = encoding, delimiter, newline, title
        self.blank_columns, self.quote, self.total, self.last_newline = blank_columns, quote, total, last_newline

    def bytes(self, columns, records):
        out = io.StringIO()
        writer = csv.writer(out, delimiter=self.delimiter, lineterminator=self.newline, quoting=csv.QUOTE_ALL if self.quote else csv.QUOTE_MINIMAL)
        blank = [""] * self.blank_columns
        for line in self.title:
            out.write(line + self.newline)
        writer.writerow([c[0] for c in columns] + blank)
        for record in records:
            if isinstance(record, list):  # a row that is written as it is
                writer.writerow(record)
            else:
                writer.writerow([cell(record, c[1], c[2:]) for c in columns] + blank)
        if self.total:
            writer.writerow([self.total, str(len(records))] + [""] * (len(columns) - 2) + blank)
        text = out.getvalue()
        return encode(text if self.last_newline else text.removesuffix(self.newline), self.encoding)
