"""Section 3 of CONTRACT.md: a file as city.py wrote it → rows of canonical fields, and the counts."""
import csv
import io
import os
import re

import values as v
from pools import HEADERS

FIELDS = {
    'person': 'person_id name family_name given_name former_name kana family_kana given_kana department_code department '
              'job_type position employment status hired_on left_on leave_from leave_to posted_on effective_on email login',
    'account': 'user_id person_id name family_name given_name kana family_kana given_kana email department_code '
               'department job_type role status kind privileged owner members created_on last_login_on '
               'password_changed_on expires_on mfa',
    'seat': 'person_id user_id device_id status assigned_on last_used_on reported_on',
    'device': 'device_id person_id department status returned_on',
    'department': 'code name valid_from valid_to successor',
    'role': 'system role department job_type position employment',
    'conflict': 'system_a role_a system_b role_b reason',
    'approval': 'system user_id person_id approved_by approved_on starts_on expires_on',
    'shared': 'system user_id owner members purpose password_changed_on shared_password_days',
    'incident': 'system user_id date reason',
    'link': 'system user_id person_id note',
    'waiver': 'rule target subject reason approved_by valid_until',
}
REQUIRED = {'person': ['person_id'], 'account': ['user_id'], 'seat': [], 'device': ['device_id'],
            'department': ['name'], 'role': ['system', 'role'],
            'conflict': ['system_a', 'role_a', 'system_b', 'role_b'], 'approval': ['system', 'user_id'],
            'shared': ['system', 'user_id'], 'incident': ['system', 'date'],
            'link': ['system', 'user_id'], 'waiver': ['rule', 'target']}
DATES = {'hired_on', 'left_on', 'leave_from', 'leave_to', 'posted_on', 'effective_on', 'created_on', 'last_login_on',
         'password_changed_on', 'expires_on', 'assigned_on', 'last_used_on', 'reported_on', 'returned_on', 'valid_from',
         'valid_to', 'approved_on', 'starts_on', 'valid_until', 'date'}
MANGLED = r'[0-9]+(\.[0-9]+)?[eE]\+[0-9]+|[0-9]{1,2}月[0-9]{1,2}日'  # what Excel made of an identifier
IDS = {'person_id', 'user_id', 'device_id', 'department_code', 'email', 'login', 'owner', 'code'}


class Bag:
    """Anything with attributes."""
    def __init__(self, **kw):
        self.__dict__.update(kw)


# --- Section 3: reading -------------------------------------------------------------------------

def decode(data, encoding):
    if data[:2] == b'\xff\xfe':
        return data[2:].decode('utf-16le')
    if data[:3] == b'\xef\xbb\xbf':
        return data[3:].decode('utf-8')
    if encoding not in (None, 'auto'):
        return data.decode(encoding)
    try:
        return data.decode('utf-8')
    except UnicodeDecodeError:
        return data.decode('cp932')


def header_fields(record, headers, columns):
    """Column → field, by the configuration and then by the synonyms."""
    out = {}
    names = {}
    for field in FIELDS[record].split():
        for h in [field] + HEADERS.get(field, []):
            names[v.header_key(h)] = field
    chosen = {v.header_key(h): f for f, h in columns.items()}
    for i, h in enumerate(headers):
        key = v.header_key(h)
        field = chosen.get(key) or (names.get(key) if names.get(key) not in columns else None)
        if field:
            out[i] = field
    return out


def read_cell(record, field, text, section):
    if field in IDS and re.match('[="]', v.trim(text)):
        text = v.trim(text)
    excel_text = text.startswith('="') and text.endswith('"') and len(text) > 2
    if excel_text:
        text = text[2:-1]
    if field in DATES:
        return v.parse_date(text)
    if (record, field) in v.WORDS:
        return v.parse_word(record, field, text, section.get('values') or {})
    if field in ('role', 'members', 'successor') and record != 'role':
        return v.split_list(text, section.get('role_separator'), field == 'members')
    text = v.trim(text)
    # What Excel made of an identifier is not guessed at.
    if field in IDS and not excel_text and re.fullmatch(MANGLED, text):
        return v.UNKNOWN if field == 'owner' else ''
    # A stroke for "none" in a list is no identifier, of whatever field; in policy/links it says "never".
    return '' if record in ('person', 'account', 'seat', 'device', 'department') and field in IDS and v.id_key(
        text) in ('-', 'なし') else text


def ticked(rows, column):
    """A column of ticks and blanks and nothing else: a blank in it is a no (as SAP, Notes and paper forms tick)."""
    texts = {v.trim(cells[column]) for cells in rows if column < len(cells)} - {''}
    return bool(texts) and texts <= set('○〇◯●◎✓✔☑レ')


class Source:
    """Rows of one file as dicts of canonical fields, and the counts."""
    def __init__(self, folder, record, section):
        self.section = section if isinstance(section, dict) else {}
        self.name = self.section.get('name', '')
        self.rows, self.known = [], set()
        self.read = self.accepted = self.rejected = self.blank = 0
        self.missing = False
        source = self.section.get('source', section)
        if isinstance(source, str):
            source = {'connector': 'csv', 'path': source}
        path = os.path.join(folder, source.get('path', ''))
        if source['connector'] == 'none' or not os.path.exists(path):
            self.missing = True
            return
        with open(path, 'rb') as f:
            text = decode(f.read(), source.get('encoding')).removesuffix('\x1a')
        if text.startswith('sep=,'):
            text = text.split('\n', 1)[1]
        delimiters = {'comma': ',', 'semicolon': ';', 'tab': '\t', 'pipe': '|'}
        columns = self.section.get('columns') or {}
        best = None
        for delimiter in [delimiters[source['delimiter']]] if 'delimiter' in source else [',', ';', '\t', '|']:
            rows = list(csv.reader(io.StringIO(text, newline=''), delimiter=delimiter))
            mapping = header_fields(record, rows[0], columns)
            if best is None or len(mapping) > len(best[1]):
                best = rows, mapping
        rows, mapping = best
        self.known = set(mapping.values())
        if record == 'account' and 'user_id' not in self.known and 'email' in self.known:
            self.known.add('user_id')  # the address serves as user ID
        for part, whole in [('family_name', 'name'), ('family_kana', 'kana')]:
            if part in self.known:
                self.known.add(whole)
        blank_is_no = [field for i, field in mapping.items() if (record, field) == ('account', 'mfa') and ticked(rows[1:], i)]
        for cells in rows[1:]:
            if not cells:
                continue
            self.read += 1
            self.blank += not any(v.trim(c) for c in cells)  # no entry, as a ruler is none
            row = {f: [] if f in ('members', 'successor') or f == 'role' and record == 'account' else None
                   if f in DATES or (record, f) in v.WORDS else '' for f in FIELDS[record].split()}
            for i, field in mapping.items():
                if i < len(cells):
                    row[field] = read_cell(record, field, cells[i], self.section)
                    if field == 'valid_until' and not row[field] and v.id_key(cells[i]) not in v.NO_DATES:
                        row['rule'] = 'end unreadable'  # a waiver without a readable end is no waiver
            for field in blank_is_no:
                row[field] = row[field] or 'no'
            for whole, parts in [('name', ('family_name', 'given_name')), ('kana', ('family_kana', 'given_kana'))]:
                if not row.get(whole) and parts[0] in row:
                    row[whole] = ' '.join(filter(None, [row[p] for p in parts]))
            if record == 'account' and 'user_id' not in mapping.values():
                row['user_id'] = row['email']
            missing = any(not row[f] for f in REQUIRED[record])
            if record == 'seat':  # without a holder it is an unassigned seat, but a row must say something
                missing = not any(v.trim(c) and v.id_key(c) not in ('-', 'なし') for i, c in enumerate(cells) if i in mapping)
                row['is_unassigned'] = not (row['person_id'] or row['user_id'] or row['device_id'])
                missing = missing or row['is_unassigned'] and any(
                    re.fullmatch(MANGLED, v.trim(c)) for i, c in enumerate(cells) if mapping.get(i) in IDS)
            if missing:
                self.rejected += 1
            else:
                self.accepted += 1
                self.rows.append(Bag(**row))
