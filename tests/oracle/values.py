"""Values as CONTRACT section 3 describes them: folding, identifiers, dates and words.

Slow and plain on purpose, and written from the contract alone: it shares no table and no idea with
src/text and src/intake. It knows the manners that city.py writes, no more.
"""
import datetime
import re
import unicodedata

# The variants that city.py uses; those of the contract among them.
VARIANTS = dict(zip('髙﨑嵜邊邉齋齊濵濱澤廣國櫻惠德黑嶋', '高崎崎辺辺斎斉浜浜沢広国桜恵徳黒島'))
INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD]
                          + list(range(0xFE00, 0xFE10)) + list(range(0xE0100, 0xE01F0)))
HYPHENS = dict.fromkeys(map(ord, '-−‐‑–—―ｰー－'), '-')
CODE_HYPHENS = dict.fromkeys(map(ord, '−‐‑–—―－'), '-')


def nfkc(text):
    return unicodedata.normalize('NFKC', text.translate(INVISIBLE))


def no_spaces(text):
    return ''.join(c for c in text if not c.isspace())


def trim(text):
    """A cell as shown: without spaces and invisible characters around it."""
    while text and (text[0].isspace() or ord(text[0]) in INVISIBLE):
        text = text[1:]
    while text and (text[-1].isspace() or ord(text[-1]) in INVISIBLE):
        text = text[:-1]
    return text


def id_key(text):
    return nfkc(text).translate(CODE_HYPHENS).strip().casefold()


def bare_key(text):
    key = id_key(text)
    return key.lstrip('0') or key[:1]


def word_key(text):
    return no_spaces(nfkc(text).translate(CODE_HYPHENS)).casefold()


def header_key(text):
    return ''.join(c for c in word_key(text) if unicodedata.category(c)[0] not in 'PS')


def variant_fold(text):
    """Variants are folded before and after NFKC, which knows none of them."""
    return ''.join(VARIANTS.get(c, c) for c in nfkc(text))


def name_key(text):
    return ''.join(c for c in no_spaces(variant_fold(text)) if c not in '・·•').casefold()


def name_keys(text):
    """The name, and for names in Latin letters the same words in any order, with spaces or without:
    whatever the two parts are, joined in the other order they are a rotation of the first."""
    keys = {name_key(text)}
    words = re.sub('[・·•]', ' ', variant_fold(text)).casefold().split()
    if words and all(w.isascii() for w in words):
        joined = ''.join(sorted(words))
        keys.add(min(joined[i:] + joined[:i] for i in range(len(joined))))
    return keys - {''}


SMALL = dict(zip('ァィゥェォッャュョヮ', 'アイウエオツヤユヨワ'))


def kana_key(text):
    out = []
    for c in no_spaces(nfkc(text)):
        if 'ぁ' <= c <= 'ゖ':
            c = chr(ord(c) + 0x60)
        c = SMALL.get(c, c)
        if c not in '・·•':
            out.append('ー' if ord(c) in HYPHENS else c)
    return ''.join(out).casefold()


def same_name(account_name, people_names):
    mine = name_keys(account_name)
    return any(mine & name_keys(n) for n in people_names if n)


# --- Dates -------------------------------------------------------------------------------------

ERAS = [('令和', '令', 'R', datetime.date(2019, 5, 1), None),
        ('平成', '平', 'H', datetime.date(1989, 1, 8), datetime.date(2019, 4, 30)),
        ('昭和', '昭', 'S', datetime.date(1926, 12, 25), datetime.date(1989, 1, 7)),
        ('大正', '大', 'T', datetime.date(1912, 7, 30), datetime.date(1926, 12, 24))]
NO_DATES = {'', '-', '9999-12-31', '9999/12/31', '99991231', '0000-00-00', '0000/00/00', '00000000'}


class Unreadable:
    """What stands in a cell that is not empty and no date: nothing is concluded from it."""

    def __bool__(self):
        return False


UNKNOWN = Unreadable()


def civil(year, month, day):
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return UNKNOWN


def parse_date(text):
    """A date, None for an empty cell or one that means none, or UNKNOWN."""
    text = nfkc(text).strip()
    if text in NO_DATES:
        return None
    text = re.sub(r'[T ]\d{1,2}:\d\d(:\d\d)?(\.\d+)?Z?$', '', text).strip()
    if text in NO_DATES:
        return None
    if re.fullmatch(r'\d{8}', text):
        return civil(int(text[:4]), int(text[4:6]), int(text[6:]))
    serial = re.fullmatch(r'(\d{5})(\.\d+)?', text)
    if serial:
        return datetime.date(1899, 12, 30) + datetime.timedelta(days=int(serial[1]))
    parts = re.fullmatch(r'(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?', text)
    if parts:
        return civil(*map(int, parts.groups()))
    parts = re.fullmatch(r'(令和|平成|昭和|大正|[令平昭大RHST])(元|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?',
                         text, re.I)
    if parts:
        for long, short, letter, first, _last in ERAS:
            if parts[1].upper() in (long, short, letter):
                year = 1 if parts[2] == '元' else int(parts[2])
                return civil(first.year - 1 + year, int(parts[3]), int(parts[4]))
    return UNKNOWN


# --- Words -------------------------------------------------------------------------------------

WORDS = {
    ('person', 'status'): {'active': '在職 在籍 active', 'left': '退職 left', 'leave': '休職 育休'},
    ('account', 'status'): {'enabled': '有効 利用中 enabled active true 1 ○',
                            'disabled': '停止 無効 失効 disabled locked false 0 ×'},
    ('account', 'kind'): {'personal': '個人 personal', 'shared': '共用 shared',
                          'service': 'service サービス', 'external': '外部 external'},
    ('account', 'privileged'): {'yes': '○ yes 1 true 有', 'no': '× no 0 false 無'},
    ('account', 'mfa'): {'yes': '○ yes 1 true 有', 'no': '× no 0 false 無'},
    ('seat', 'status'): {'cancelled': '解約 cancelled', 'assigned': '割当 assigned'},
    ('device', 'status'): {'returned': '返却済', 'in_use': '使用中'},
}


def parse_word(record, field, text, choices):
    """The canonical word, or None where the cell is empty or says something unknown."""
    key = word_key(text)
    for canonical, words in (choices.get(field) or {}).items():
        if key in [word_key(w) for w in words]:
            return canonical
    for canonical, words in WORDS[record, field].items():
        if key in [word_key(w) for w in words.split()]:
            return canonical
    return None


def split_list(text, separator, ids=False):
    """Roles, members and successors in one cell. What is set for roles only adds to what parts IDs."""
    if separator and not ids:
        parts = text.split(separator)
    else:
        parts = re.split('[,;/|、；／\n' + re.escape(separator or '') + ']', text)
    out = []
    for part in parts:
        part = part.strip()
        if part and part not in out:
            out.append(part)
    return out


def glob_fits(pattern, text):
    regex = ''.join('.*' if c == '*' else '.' if c == '?' else re.escape(c) for c in id_key(pattern))
    return re.fullmatch(regex, id_key(text), re.S) is not None
