"""Random small, ugly cities: a project folder from a seed.

    city.py SEED FOLDER

Nothing here knows what is right: values are drawn from small pools so that borders, collisions and
odd spellings meet often, and oracle.py says what must come of it. The configuration is written
twice: tenko.yaml for Tenko, city.json for the oracle, which therefore needs no YAML.
"""
import csv
import datetime
import io
import json
import os
import random
import sys
import unicodedata

from pools import (DEPARTMENTS, EMPLOYMENTS, ERAS, FAMILIES, GIVENS, HALF_KANA, HEADERS, JOBS, LATIN, NONE_DATES, POSITIONS,
                   ROLES, RULES, THRESHOLDS, WIDE)


class City:
    def __init__(self, seed, folder):
        self.r = random.Random(seed)
        self.folder = folder
        r = self.r
        self.day = r.choice([datetime.date(2026, 3, 31), datetime.date(2026, 4, 1), datetime.date(2025, 10, 31),
                             datetime.date(2024, 2, 29), datetime.date(2019, 5, 1)])
        self.people = []
        self.departments = list(DEPARTMENTS)
        self.config = {'organization': '試験市', 'as_of': str(self.day),
                       'safety': {'max_unmatched_percent': 100, 'missing_list': 'report', 'min_roster_rows': 0}}
        # A few departments of many people, so that a role may be rare among them.
        self.is_crowded = random.Random(f'crowd {seed}').random() < 0.15
        self.accounts = {}  # system → user IDs written
        self.rows_written = {}  # list → rows
        self.devices = []

    def maybe(self, p):
        return self.r.random() < p

    # --- Values and how they are spelled ---

    def near(self):
        """A date around the borders of the rules."""
        n = self.r.choice([-1000, -366, -184, -183, -182, -91, -90, -89, -60, -32, -31, -30, -29, -10, -2, -1, 0, 1, 2,
                           29, 30, 31, 32, 89, 90, 91, 400])
        return self.day + datetime.timedelta(days=n)

    def past(self):
        d = self.near()
        return d if d <= self.day else self.day - (d - self.day)

    def spell_date(self, d):
        if d is None:
            return self.r.choice(NONE_DATES)
        if self.maybe(0.02):
            return self.r.choice(['R7.2.29', '2025-02-30', '2025/13/01', '不明'])
        eras = [e for e in ERAS if e[3] <= d]
        if datetime.date(2019, 5, 1) <= d <= datetime.date(2019, 12, 31) and self.maybe(0.3):
            eras = eras[1:]  # 平成31年5月1日
        long, short, letter, first = eras[0]
        n = d.year - first.year + 1
        wide = f'{letter}{n}.{d.month}.{d.day}'.translate(WIDE).replace('.', '．')
        return self.r.choice([str(d), str(d), str(d), f'{d.year}/{d.month}/{d.day}', f'{d.year}.{d.month}.{d.day}',
                              f'{d:%Y%m%d}', f'{d} 09:15', f'{d:%Y/%m/%d} 23:59:59', f'{d}T00:00:00',
                              f'{long}{n if n > 1 else "元"}年{d.month}月{d.day}日', f'{letter}{n}.{d.month}.{d.day}',
                              f'{letter}{n:02}.{d.month:02}.{d.day:02}', wide, f'{short}{n}.{d.month}.{d.day}',
                              f'{letter}{n}/{d.month}/{d.day}', f'{d.year}年{d.month}月{d.day}日',
                              str((d - datetime.date(1899, 12, 30)).days)])

    def spell_id(self, text, eat=0.1):
        """The same identifier as another office would write it."""
        if not text:
            return ''
        if self.maybe(eat):
            text = self.r.choice([text.lstrip('0'), '0' + text])
        if self.maybe(0.08):
            text = text.translate(WIDE)
        if '-' in text and self.maybe(0.3):
            text = text.replace('-', r'−‐－'[self.r.randrange(3)])
        if self.maybe(0.08):
            text = text.upper() if self.maybe(0.5) else text.lower()
        if self.maybe(0.05):
            text = f'="{text}"' if text.isascii() else text
        elif self.maybe(0.01):
            return self.r.choice(['1.23457E+05', '1月2日', '-', 'なし'])
        if self.maybe(0.05):
            text = self.r.choice([' ' + text, text + ' ', text + '\u3000', '\u200b' + text])
        return text

    def spell_name(self, text):
        if not text:
            return ''
        if self.maybe(0.2):
            text = text.replace(' ', self.r.choice(['', '\u3000', '  ', '\u00a0']))
        if self.maybe(0.1):
            swap = {'髙': '高', '高': '髙', '﨑': '崎', '崎': '﨑', '辺': '邊', '邊': '邉', '濵': '浜', '沢': '澤'}
            text = ''.join(swap.get(c, c) for c in text)
        if self.maybe(0.05):
            text = text.swapcase()
        if self.maybe(0.03):
            text = unicodedata.normalize('NFD', text)
        if self.maybe(0.03) and not text.isascii():
            text = text.replace(' ', '・') + '\U000e0100'
        return text

    def spell_kana(self, text):
        n = self.r.randrange(6)
        if n == 0:
            return ''.join(HALF_KANA.get(c, c) for c in text)
        if n == 1:
            return ''.join(chr(ord(c) - 0x60) if 'ァ' <= c <= 'ヶ' else c for c in text)
        if n == 2:
            return unicodedata.normalize('NFD', text)
        return text

    def spell_word(self, text):
        if text and self.maybe(0.08):
            return self.r.choice([text + ' ', text[:1] + '\u3000' + text[1:], text.translate(WIDE), text.lower()])
        return text

    # --- People ---

    def new_person(self):
        r = self.r
        number = r.randrange(1, 60)
        pid = r.choice([f'{number:06}', f'{number:06}', f'{number:05}', f'{number}', f'K{number:04}', f'K-{number}'])
        if self.maybe(0.08):
            name, kana = r.choice(LATIN), 'アン'
        else:
            (f, fk), (g, gk) = r.choice(FAMILIES), r.choice(GIVENS)
            name, kana = f'{f} {g}', f'{fk} {gk}'
        code, department = r.choice(self.departments[:2] if self.is_crowded else self.departments)
        hired = r.choice([datetime.date(2015, 4, 1), datetime.date(2001, 10, 1), self.past(), self.near()])
        p = {'person_id': pid, 'name': name, 'kana': kana, 'department_code': code, 'department': department,
             'job_type': r.choice(JOBS), 'position': r.choice(POSITIONS), 'employment': r.choice(EMPLOYMENTS),
             'login': r.choice(['', f'u{number:03}', f'taro{r.randrange(9)}', pid]), 'hired_on': hired}
        p['former_name'] = r.choice([f[0] for f in FAMILIES]) + ' ' + name.split(' ')[-1] if self.maybe(0.15) else ''
        p['email'] = r.choice(['', f'taro{r.randrange(30)}@example.jp', f'u{number}@example.jp'])
        p['posted_on'] = r.choice([None, hired, self.past(), self.near()])
        self.add_end(p)
        return p

    def add_end(self, p):
        r = self.r
        p['left_on'] = self.near() if self.maybe(0.35) else None
        p['leave_from'] = self.near() if self.maybe(0.15) else None
        p['leave_to'] = None
        if p['leave_from'] and self.maybe(0.6):
            p['leave_to'] = p['leave_from'] + datetime.timedelta(days=r.choice([0, 1, 29, 30, 31, 90, 365]))
        p['status'] = r.choice(['', 'active', 'active', 'active', 'left', 'leave', '?'])
        p['effective_on'] = self.near() if self.maybe(0.08) else None

    STATUS = {'active': ['在職', '在籍', 'active'], 'left': ['退職', 'left'], 'leave': ['休職', '育休'], '': [''],
              '?': ['謎']}

    def roster(self, index):
        r = self.r
        choices = {}
        words = dict(self.STATUS)
        if self.maybe(0.3):
            choices = {'status': {'left': ['転籍', '満了'], 'active': ['勤務中']}}
            words = {**words, 'left': ['転籍', '満了', '退職'], 'active': ['勤務中', '在職']}
        fields = ['person_id', 'name', 'department', 'status', 'left_on']
        for field, p in [('department_code', .6), ('former_name', .6), ('kana', .6), ('job_type', .7), ('position', .6),
                         ('employment', .8), ('hired_on', .7), ('leave_from', .6), ('leave_to', .6), ('posted_on', .6),
                         ('effective_on', .3), ('email', .6), ('login', .6)]:
            if self.maybe(p):
                fields.append(field)
        for field, p in [('left_on', .1), ('status', .1), ('department', .1), ('name', .05)]:
            if self.maybe(p):
                fields.remove(field)
        in_parts = 'name' in fields and self.maybe(0.15)
        rows = []
        for _ in range((60 if self.is_crowded else r.choice([3, 5, 8, 15, 30])) if index == 0 else r.randrange(1, 8)):
            p = self.new_person()
            if self.people and self.maybe(0.15):  # a concurrent post, or an appointment again
                q = r.choice(self.people)
                p = {**p, 'person_id': q['person_id'], 'name': q['name'], 'kana': q['kana'],
                     'former_name': q['former_name']}
                if self.maybe(0.6):
                    for field in ['hired_on', 'left_on', 'status', 'leave_from', 'leave_to', 'effective_on']:
                        p[field] = q[field]
                if self.maybe(0.1):
                    p['name'] = '別人 太郎'
            self.people.append(p)
            row = {}
            for field in fields:
                v = p[field]
                if field.endswith('_on') or field.startswith('leave_'):
                    v = self.spell_date(v)
                elif field == 'status':
                    v = r.choice(words[v])
                elif field in ('person_id', 'department_code', 'email', 'login'):
                    v = self.spell_id(v, 0)
                elif field == 'kana':
                    v = self.spell_kana(v)
                elif field in ('name', 'former_name'):
                    v = self.spell_name(v)
                else:
                    v = self.spell_word(v)
                if field not in ('person_id', 'name') and self.maybe(0.04):
                    v = ''
                row[field] = v
            if in_parts:
                parts = p['name'].split(' ')
                row['family_name'], row['given_name'] = parts[0], parts[-1]
                del row['name']
            if self.maybe(0.02):
                row['person_id'] = ''
            rows.append(row)
        if in_parts:
            fields[fields.index('name'):fields.index('name') + 1] = ['family_name', 'given_name']
        section = {'name': ['職員', '委託先'][index]}
        self.finish_section(section, 'roster%d.csv' % index, fields, rows, choices)
        return section

    # --- Systems ---

    def account(self, globs):
        """An account in canonical words: of somebody, or of nobody."""
        r = self.r
        p = r.choice(self.people)
        kind = r.choice(['personal'] * 8 + ['shared', 'service', 'external', '', '?'])
        uid = r.choice([p['person_id'], 'k' + p['person_id'], p['login'] or 'x1', f'u{r.randrange(60):03}',
                        f'a{r.randrange(400)}'])
        if self.maybe(0.15):
            uid = r.choice(['kyoyu', 'svc_', 'ext-', 'KYOYU', 'kyo']) + str(r.randrange(20))
        a = {'user_id': uid, 'kind': kind, 'person_id': p['person_id'] if self.maybe(0.7) else '', 'name': p['name'],
             'kana': p['kana'], 'email': p['email'] if self.maybe(0.6) else '', 'department': p['department'],
             'department_code': p['department_code'], 'job_type': p['job_type'], 'roles': r.sample(ROLES, r.randrange(4)),
             'status': r.choice(['enabled'] * 6 + ['disabled'] * 2 + ['', '?']),
             'privileged': r.choice(['yes', 'no', 'no', '', '?']), 'mfa': r.choice(['yes', 'no', '', '?'])}
        if self.maybe(0.12):
            a['person_id'] = r.choice(['999999', '-', 'ZZ', '0', r.choice(self.people)['person_id']])
        if self.maybe(0.15):
            a['name'] = r.choice([p['former_name'] or p['name'], p['kana'], '他人 一郎', '', r.choice(self.people)['name'],
                                  ' '.join(reversed(p['name'].split(' ')))])
        if self.maybe(0.1):
            a['kana'] = r.choice(['ベツジン', ''])
        if self.maybe(0.25):
            a['department_code'], a['department'] = r.choice(self.departments + [('', '未知課'), ('', '')])
        if self.maybe(0.1):
            a['department_code'] = r.choice(['', '9999'])
        if self.maybe(0.1):
            a['job_type'] = r.choice(JOBS + [''])
        a['owner'] = r.choice(['', '888888', r.choice(self.people)['person_id'], r.choice(self.people)['person_id']])
        a['members'] = [r.choice(self.people)['person_id'] for _ in range(r.randrange(4))]
        a['created_on'] = self.past() if self.maybe(0.8) else None
        a['last_login_on'] = r.choice([None, self.near(), self.past(), self.past()])
        a['password_changed_on'] = r.choice([None, self.past(), a['created_on'], p['left_on'], p['posted_on']])
        a['expires_on'] = self.near() if self.maybe(0.2) else None
        return a

    KIND = {'personal': ['個人', 'personal'], 'shared': ['共用', 'shared'], 'service': ['service'],
            'external': ['外部', 'external'], '': [''], '?': ['謎']}
    ENABLED = {'enabled': ['有効', '利用中', 'enabled', 'active', 'true', '1', '○'],
               'disabled': ['停止', '無効', '失効', 'disabled', 'locked', 'false', '0', '×'], '': [''], '?': ['謎']}
    ANSWER = {'yes': ['○', 'yes', '1', 'true'], 'no': ['×', 'no', '0', 'false'], '': [''], '?': ['謎']}

    def system(self, name):
        r = self.r
        section = {'name': name}
        if self.maybe(0.85):
            section['owner'] = r.choice([r.choice(d) for d in self.departments] + ['未知課'])
        if self.maybe(0.25):
            section['ended_on'] = self.spell_config_date(self.near())
        if self.maybe(0.25):
            section['on_leave'] = r.choice(['disable', 'keep'])
        if self.maybe(0.5):
            globs = {'shared': ['kyoyu*', 'kyo?1'], 'service': ['svc_*', 'KYOYU1*'], 'external': ['ext-*', '*0?']}
            keys = r.sample(list(globs), r.randrange(1, 4))
            section['kinds'] = {k: globs[k] for k in keys}
        if self.maybe(0.4):
            section['privileged_roles'] = r.sample(ROLES, r.randrange(1, 3))
        if self.maybe(0.4):
            section['person_id_from_user_id'] = r.choice(['k{person_id}', '{person_id}', 'u{person_id}'])
        for key in ['eligible', 'required_for']:
            if self.maybe(0.4):
                section[key] = self.condition()
        separator = None
        if self.maybe(0.3):
            separator = section['role_separator'] = r.choice([',', '+', '/'])
        self.accounts[name] = []
        n = r.random()
        if n < 0.08:
            section['source'] = {'connector': 'none'}
            return section
        if n < 0.12:
            section['source'] = {'connector': 'csv', 'path': f'absent-{len(self.accounts)}.csv'}
            return section
        fields = ['user_id']
        for field, p in [('person_id', .7), ('name', .8), ('kana', .3), ('email', .4), ('department', .7),
                         ('department_code', .4), ('job_type', .4), ('role', .8), ('status', .85), ('kind', .6),
                         ('privileged', .5), ('owner', .5), ('members', .4), ('created_on', .7), ('last_login_on', .8),
                         ('password_changed_on', .6), ('expires_on', .5), ('mfa', .4)]:
            if self.maybe(p):
                fields.append(field)
        if 'name' in fields and self.maybe(0.1):
            fields[fields.index('name'):fields.index('name') + 1] = ['family_name', 'given_name']
        if 'email' in fields and self.maybe(0.05):
            fields.remove('user_id')  # the address serves as user ID
        choices = {}
        enabled, kinds = dict(self.ENABLED), dict(self.KIND)
        if self.maybe(0.3):
            choices['status'] = {'enabled': ['生'], 'disabled': ['死', '有効']}
            enabled = {**enabled, 'enabled': ['生', '利用中'], 'disabled': ['死', '有効']}
        if self.maybe(0.2):
            choices['kind'] = {'shared': ['皆の'], 'service': ['機械']}
            kinds = {**kinds, 'shared': ['皆の', '共用'], 'service': ['機械']}
        rows = []
        for _ in range(120 if self.is_crowded else r.choice([2, 6, 12, 25, 40])):
            a = self.account(None)
            if self.accounts[name] and self.maybe(0.06):
                a['user_id'] = r.choice(self.accounts[name])
            row = {}
            a['family_name'], _, a['given_name'] = a['name'].partition(' ')
            for field in fields:
                if field == 'role':
                    v = (separator or r.choice([',', ';', '/', '|', '、', '；', '／', '\n', ', '])).join(
                        map(self.spell_word, a['roles']))
                elif field == 'members':
                    v = r.choice([',', ';', '、']).join(self.spell_id(m).strip() for m in a['members'])
                    v = v.replace('="', '').replace('"', '')
                elif field in ('person_id', 'owner'):
                    v = self.spell_id(a[field])
                elif field in ('user_id', 'email', 'department_code'):
                    v = self.spell_id(a[field], 0.02 if field == 'user_id' else 0)
                elif field.endswith('_on'):
                    v = self.spell_date(a[field])
                elif field == 'status':
                    v = r.choice(enabled[a[field]])
                elif field == 'kind':
                    v = r.choice(kinds[a[field]])
                elif field in ('privileged', 'mfa'):
                    v = r.choice(self.ANSWER[a[field]])
                elif field == 'kana':
                    v = self.spell_kana(a[field])
                elif field in ('name', 'family_name', 'given_name'):
                    v = self.spell_name(a[field])
                else:
                    v = self.spell_word(a[field])
                row[field] = v
            key = 'user_id' if 'user_id' in fields else 'email'
            if self.maybe(0.02):
                row[key] = ''
            elif row[key] and '="' not in row[key]:
                self.accounts[name].append(row[key].strip())
            rows.append(row)
        if section.get('role_separator') == '+':
            for row in rows:
                if 'members' in row:
                    row['members'] = row['members'].replace(',', '+').replace(';', '+').replace('、', '+')
        self.finish_section(section, f'system{len(self.accounts)}.csv', fields, rows, choices)
        return section

    def condition(self):
        r = self.r
        pools = {'employment': EMPLOYMENTS, 'department': [r.choice(d) for d in self.departments], 'job_type': JOBS,
                 'position': POSITIONS}
        return {k: r.sample(pools[k], r.randrange(1, 3)) for k in r.sample(list(pools), r.choice([0, 1, 1, 2]))}

    # --- Licenses and devices ---

    def license(self, name, systems):
        r = self.r
        section = {'name': name}
        if self.maybe(0.75):
            section['quantity'] = r.choice([0, 1, 5, 10, 30])
        if self.maybe(0.4):
            section['metric'] = r.choice(['user', 'device', 'device'])
        if self.maybe(0.6):
            section['unit_cost'] = r.choice([0, 100, 12000])
        if self.maybe(0.6):
            section['contract_to'] = self.spell_config_date(self.near())
        if systems and self.maybe(0.5):
            section['system'] = r.choice(systems)
        by_device = section.get('metric') == 'device'
        fields = ['device_id'] if by_device else [r.choice(['person_id', 'person_id', 'user_id'])]
        for field, p in [('person_id', .3), ('user_id', .2), ('device_id', .05), ('status', .4), ('assigned_on', .6),
                         ('last_used_on', .8), ('reported_on', .4)]:
            if field not in fields and self.maybe(p):
                fields.append(field)
        rows = []
        for _ in range(r.choice([0, 1, 4, 10, 20])):
            user_ids = [u for s in self.accounts.values() for u in s] + ['nobody']
            if section.get('system') and self.maybe(0.8):
                user_ids = self.accounts[section['system']] + ['nobody']
            row = {'person_id': self.spell_id(r.choice([r.choice(self.people)['person_id']] * 9 + ['777777', ''])),
                   'user_id': self.spell_id(r.choice(user_ids + [r.choice(self.people)['login']]), 0),
                   'device_id': r.choice(self.devices + ['PC-99', '']),
                   'status': r.choice(['割当', 'assigned', '解約', 'cancelled', '', '謎']),
                   'assigned_on': self.spell_date(r.choice([None, self.past()])),
                   'last_used_on': self.spell_date(r.choice([None, self.past(), self.past()])),
                   'reported_on': self.spell_date(r.choice([None, self.past(), self.past()]))}
            rows.append({f: row[f] for f in fields})
        self.finish_section(section, f'license-{name}.csv', fields, rows, {})
        section.pop('exported_on', None)
        return section

    def device_list(self):
        r = self.r
        fields = ['device_id', 'person_id']
        for field, p in [('status', .5), ('returned_on', .8), ('department', .4)]:
            if self.maybe(p):
                fields.append(field)
        rows = []
        for n in range(r.randrange(1, 15)):
            device = f'PC-{r.randrange(12) if self.maybe(.1) else 20 + n:02}'
            self.devices.append(device)
            row = {'device_id': self.spell_id(device, 0),
                   'person_id': self.spell_id(r.choice([r.choice(self.people)['person_id']] * 5 + ['', '666666'])),
                   'status': r.choice(['返却済', '使用中', '']),
                   'department': self.spell_word(r.choice([r.choice(self.people)['department'], r.choice(DEPARTMENTS)[1], ''])),
                   'returned_on': self.spell_date(r.choice([None, None, self.near()]))}
            rows.append({f: row[f] for f in fields})
        section = {}
        self.finish_section(section, 'devices.csv', fields, rows, {})
        section.pop('exported_on', None)
        return section

    # --- Tables ---

    def department_table(self):
        r = self.r
        rows = [{'code': c, 'name': n, 'valid_from': '', 'valid_to': '', 'successor': ''} for c, n in DEPARTMENTS]
        if self.maybe(0.7):  # 収納課 became 税務課; its code is perhaps given to 防災課
            end = self.near()
            rows.append({'code': '1090', 'name': '収納課', 'valid_from': '', 'valid_to': self.spell_date(end),
                         'successor': self.r.choice(['税務課', '1010', '1010/1020', ''])})
            self.departments.append(('1090', '収納課'))
            if self.maybe(0.5):
                start = end + datetime.timedelta(days=1)
                rows.append({'code': '1090', 'name': '防災課', 'valid_from': self.spell_date(start), 'valid_to': '',
                             'successor': ''})
                self.departments.append(('1090', '防災課'))
        if self.maybe(0.5):  # a chain, perhaps with a loop
            rows.append({'code': '2001', 'name': '甲係', 'valid_from': '', 'valid_to': str(self.past()),
                         'successor': '乙係'})
            rows.append({'code': '2002', 'name': '乙係', 'valid_from': '', 'valid_to': str(self.past()),
                         'successor': r.choice(['丙係', '甲係', '福祉課'])})
            rows.append({'code': '2003', 'name': '丙係', 'valid_from': '', 'valid_to': '', 'successor': ''})
            self.departments += [('2001', '甲係'), ('2002', '乙係'), ('2003', '丙係')]
        self.departments.append(('3000', '名簿だけの課'))
        r.shuffle(rows)
        self.write('departments.csv', ['code', 'name', 'valid_from', 'valid_to', 'successor'], rows)
        return 'departments.csv'

    def policy(self, systems):
        r = self.r
        policy = {}
        users = [(s, u) for s in systems for u in self.accounts[s]] or [('無', 'x')]
        pid = lambda: self.spell_id(r.choice(self.people)['person_id'], 0.05)
        if self.maybe(0.5):
            rows = []
            for _ in range(r.randrange(1, 10)):
                rows.append({'system': r.choice(systems), 'role': self.spell_word(r.choice(ROLES)),
                             'department': r.choice(['', '', r.choice(r.choice(self.departments))]),
                             'job_type': r.choice(['', r.choice(JOBS)]), 'position': r.choice(['', '', r.choice(POSITIONS)]),
                             'employment': r.choice(['', '', r.choice(EMPLOYMENTS)])})
            policy['roles'] = self.table('roles', rows)
        if self.maybe(0.5):
            rows = []
            for _ in range(r.randrange(1, 4)):
                rows.append({'system_a': r.choice(systems), 'role_a': r.choice(ROLES), 'system_b': r.choice(systems),
                             'role_b': r.choice(ROLES), 'reason': '分離'})
            policy['conflicts'] = self.table('conflicts', rows)
        if self.maybe(0.6):
            rows = []
            for _ in range(r.randrange(1, 12)):
                s, u = r.choice(users if not rows or self.maybe(0.7) else [(rows[-1]['system'], rows[-1]['user_id'])])
                rows.append({
                    'system': self.spell_word(s), 'user_id': self.spell_id(u, 0), 'person_id': r.choice(['', pid(), pid()]),
                    'approved_by': '部長', 'approved_on': str(self.past()),
                    'starts_on': self.spell_date(r.choice([None, None, self.near()])),
                    'expires_on': self.spell_date(r.choice([None, self.near()]))})
            policy['privileged'] = self.table('privileged', rows)
        if self.maybe(0.5):
            rows = []
            for _ in range(r.randrange(1, 6)):
                s, u = r.choice(users)
                rows.append({
                    'system': s, 'user_id': self.spell_id(u, 0), 'person_id': r.choice(['-', pid(), pid(), '555555']),
                    'note': ''})
            policy['links'] = self.table('links', rows)
        if self.maybe(0.5):
            rows = []
            for _ in range(r.randrange(1, 8)):
                s, u = r.choice(users)
                rows.append({'rule': r.choice(RULES[:26]), 'target': s,
                             'subject': r.choice([u, u, u, '', r.choice(self.people)['person_id']]), 'reason': '承認済',
                             'approved_by': '部長', 'valid_until': self.spell_date(r.choice([None, self.near()]))})
            policy['waivers'] = self.table('waivers', rows)
        return policy

    def table(self, name, rows):
        self.write(f'{name}.csv', list(rows[0]), rows)
        return f'{name}.csv'

    # --- Writing ---

    def spell_config_date(self, d):
        return self.r.choice([str(d), f'{d.year}/{d.month}/{d.day}', f'{d:%Y%m%d}'])

    def finish_section(self, section, path, fields, rows, choices):
        r = self.r
        self.rows_written[section.get('name')] = len(rows)
        fields = r.sample(fields, len(fields))
        headers = {f: r.choice(HEADERS[f]) for f in fields}
        for f in fields:
            if self.maybe(0.05):
                headers[f] = f'列{fields.index(f)}'
                section.setdefault('columns', {})[f] = headers[f]
        if choices:
            section['values'] = choices
        if self.maybe(0.7):
            section['exported_on'] = self.spell_config_date(self.near())
        for key in r.sample(list(THRESHOLDS), r.choice([0, 0, 1, 3])) if 'name' in section else []:
            section[key] = self.threshold(key)
        encoding, delimiter = self.write(path, [headers[f] for f in fields],
                                         [{headers[f]: row[f] for f in fields} for row in rows])
        source = {'connector': 'csv', 'path': path}
        if self.maybe(0.2) and encoding != 'utf-16le':
            source['encoding'] = encoding
        if self.maybe(0.2):
            source['delimiter'] = {',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe'}[delimiter]
        section['source'] = source if len(source) > 2 or self.maybe(0.5) else path

    def threshold(self, key):
        usual = THRESHOLDS[key]
        return self.r.choice([0, 1, 30, 90, usual, usual - 1, usual + 1])

    def write(self, path, headers, rows):
        r = self.r
        extra = self.maybe(0.2)
        delimiter = r.choice([',', ',', ',', ';', '\t', '|'])
        out = io.StringIO()
        if self.maybe(0.05) and delimiter == ',':
            out.write('sep=,\r\n')
        writer_end = r.choice(['\r\n', '\n', '\n', '\r'])
        writer = csv.writer(out, delimiter=delimiter, lineterminator=writer_end,
                            quoting=csv.QUOTE_ALL if writer_end == '\r' or self.maybe(0.3) else csv.QUOTE_MINIMAL)
        writer.writerow(headers + (['予備欄'] if extra else []))
        for row in rows:
            cells = [row[h] for h in headers] + (['メモ'] if extra else [])
            if len(headers) > 1 and self.maybe(0.01):
                cells.append('余り')
            if len(headers) > 1 and self.maybe(0.01):
                out.write(writer_end)  # in a file of one column it would be an empty cell
            while cells and cells[-1] == '' and len(cells) > 2 and self.maybe(0.1):
                cells.pop()
            writer.writerow(cells)
        text = out.getvalue()
        if self.maybe(0.05):
            text = text.rstrip('\r\n')
        if self.maybe(0.03):
            text += '\x1a'
        encoding = r.choice(['utf-8', 'utf-8-sig', 'cp932', 'cp932', 'utf-16le'])
        if encoding == 'cp932':
            try:
                if text.encode('cp932').decode('cp932') != text:
                    encoding = 'utf-8'
            except UnicodeEncodeError:
                encoding = 'utf-8'
        data = b'\xff\xfe' + text.encode('utf-16le') if encoding == 'utf-16le' else text.encode(encoding)
        with open(os.path.join(self.folder, path), 'wb') as f:
            f.write(data)
        return encoding.replace('utf-8-sig', 'utf-8'), delimiter

    # --- What is added last, so that the cities of a seed stay what they were in the rest ---

    def more_policy(self, policy, systems):
        r = self.r
        users = [(s, u) for s in systems for u in self.accounts[s]] or [('無', 'x')]
        pid = lambda: self.spell_id(r.choice(self.people)['person_id'], 0.05)
        if self.maybe(0.4):
            rows = []
            for _ in range(r.randrange(1, 6)):
                s, u = r.choice(users)
                rows.append({'system': s, 'user_id': self.spell_id(u, 0), 'owner': r.choice(['', pid(), pid(), '888888']),
                             'members': ','.join(r.choice(self.people)['person_id'] for _ in range(r.randrange(3))),
                             'purpose': '窓口', 'password_changed_on': self.spell_date(r.choice([None, self.past(), self.past()])),
                             'shared_password_days': r.choice(['', '', '0', '30', '90日'])})
            for column in ('password_changed_on', 'shared_password_days'):
                if self.maybe(0.2):
                    for row in rows:
                        del row[column]
            policy['shared'] = self.table('shared', rows)
        if self.maybe(0.4):
            rows = []
            for _ in range(r.randrange(1, 5)):
                s, u = r.choice(users)
                rows.append({'system': s, 'user_id': r.choice(['', self.spell_id(u, 0)]), 'date': self.spell_date(self.near()),
                             'reason': '紛失'})
            policy['incidents'] = self.table('incidents', rows)

    def more_sections(self, c):
        r = self.r
        for section in c['rosters'] + c['systems'] + c.get('licenses', []):
            if self.maybe(0.3) and section['name'] in self.rows_written:
                section['declared_rows'] = max(0, self.rows_written[section['name']] + r.choice([-1, 0, 0, 1]))
        for section in c['systems']:
            if self.maybe(0.3):
                section['mfa_required'] = r.choice(['none', 'privileged', 'all'])
            if self.maybe(0.4):
                section['outlier_percent'] = r.choice([0, 1, 10, 20, 34, 50])

    MOVED = {'systems': ['owner', 'exported_on', 'declared_rows', 'ended_on', 'source'],
             'licenses': ['quantity', 'unit_cost', 'contract_to', 'source']}

    def register(self, c):
        """Sections in table form: what stands in tenko.yaml for each that has a row, and the tables. city.json has
        whole sections, since what both say is the same."""
        r, out = self.r, json.loads(json.dumps(c))
        for kind, name in (('systems', 'system'), ('licenses', 'license')):
            if kind not in c or self.maybe(0.6):
                continue
            rows, names = [], []
            for section in out[kind]:
                if self.maybe(0.15):
                    continue
                names.append(section['name'])
                row = {name: self.spell_word(section['name'])}
                for key in self.MOVED[kind]:
                    value = section.get(key)
                    is_told = value is not None and not isinstance(value, dict) and self.maybe(0.6)
                    row[key] = str(value) if is_told else ''
                    if is_told and self.maybe(0.7):
                        del section[key]
                rows.append(row)
            c.setdefault('register', {})[kind] = names
            if not rows:
                rows = [{name: 'ほか', **dict.fromkeys(self.MOVED[kind], '')}]
                c[kind].append({'name': 'ほか', 'source': {'connector': 'none'}})
                names.append('ほか')
            out.setdefault('register', {})[kind] = self.table('register-' + kind, rows)
        return out

    def build(self):
        r, c = self.r, self.config
        if self.maybe(0.6):
            c['departments'] = self.department_table()
        c['rosters'] = [self.roster(0)]
        if self.maybe(0.35):
            c['rosters'].append(self.roster(1))
        names = r.sample(['税システム', '庁内ＬＡＮ', '図書館', 'CMS'], r.randrange(1, 5))
        c['systems'] = [self.system(n) for n in names]
        if self.maybe(0.5):
            c['devices'] = self.device_list()
        if self.maybe(0.6):
            c['licenses'] = [self.license(n, names) for n in ['Office', '遠隔'][:r.randrange(1, 3)]]
        if self.maybe(0.7):
            c['policy'] = self.policy(names)
            if not c['policy']:
                del c['policy']
        if self.maybe(0.5):
            c['defaults'] = {k: self.threshold(k) for k in r.sample(list(THRESHOLDS), r.randrange(1, 6))}
        if self.maybe(0.3):
            c['match'] = {'accept': r.choice(['exact', 'exact', 'probable'])}
        if self.maybe(0.4):
            c['rules'] = {}
            for rule in r.sample(RULES, r.randrange(1, 5)):
                c['rules'][rule] = r.choice([{'enabled': False}, {'severity': 'low'}, {'severity': 'critical'},
                                             {'enabled': True, 'severity': 'info'}])
        self.more_policy(c.setdefault('policy', {}), names)
        if not c['policy']:
            del c['policy']
        self.more_sections(c)
        written = self.register(c)
        with open(os.path.join(self.folder, 'city.json'), 'w', encoding='utf-8') as f:
            json.dump(c, f, ensure_ascii=False, indent=1)
        with open(os.path.join(self.folder, 'tenko.yaml'), 'w', encoding='utf-8') as f:
            f.write(yaml(written, ''))


def yaml(value, indent):
    """Block style; every text quoted, so that it stays text."""
    lines = []
    if isinstance(value, dict):
        for k, v in value.items():
            if isinstance(v, (dict, list)) and v and not (isinstance(v, list) and isinstance(v[0], str)):
                lines.append(f'{indent}{k}:\n{yaml(v, indent + "  ")}')
            else:
                lines.append(f'{indent}{k}: {json.dumps(v, ensure_ascii=False)}\n')
    else:
        for item in value:
            lines.append(f'{indent}-\n{yaml(item, indent + "  ")}')
    return ''.join(lines)


def build(seed, folder):
    os.makedirs(folder, exist_ok=True)
    City(seed, folder).build()


if __name__ == '__main__':
    build(int(sys.argv[1]), sys.argv[2])
