"""A second, slow Tenko: CONTRACT.md sections 3, 4 and 5 in plain Python.

    oracle.py FOLDER     prints what must come of the city in the folder, as JSON

It reads the folder that city.py wrote (city.json is the configuration) and shares nothing with src/.
Every function says one sentence of the contract; where the contract leaves a choice, a comment says
which reading is followed.
"""
import collections
import datetime
import json
import os
import sys

import values as v
from people import Departments, Person, come_back, split_by_name
from pools import THRESHOLDS
from reading import Bag, Source

SEVERITY = {}
for line in '''critical leaver-login
high orphan-account leaver-account leave-login name-mismatch role-not-allowed role-conflict privileged-unapproved
high password-after-incident list-incomplete privileged-approval-expired privileged-shared shared-no-owner shared-password-after-move license-leaver
high license-unknown-holder license-over-assigned license-expired system-no-list system-retired
medium ambiguous-owner leave-account department-mismatch job-type-mismatch not-eligible duplicate-account
medium dormant-account never-used-account role-unknown shared-password-stale initial-password mfa-missing
medium system-unregistered license-unregistered device-not-returned device-holder-unknown license-disabled-account license-never-used license-idle system-stale-list system-owner-unknown roster-stale
low device-department-mismatch missing-account disabled-retained license-duplicate license-surplus
info role-outlier leaving-soon license-usage-unknown license-renewal'''.splitlines():
    for rule in line.split()[1:]:
        SEVERITY[rule] = line.split()[0]


class City:
    def __init__(self, folder):
        with open(os.path.join(folder, 'city.json'), encoding='utf-8') as f:
            c = self.config = json.load(f)
        self.day = datetime.date.fromisoformat(c['as_of'])
        read = lambda record, section: Source(folder, record, section) if section else None
        table = read('department', c.get('departments'))
        self.rosters = [read('person', s) for s in c['rosters']]
        self.systems = [read('account', s) for s in c['systems']]
        self.licenses = [read('seat', s) for s in c.get('licenses', [])]
        self.devices = read('device', c.get('devices'))
        policy = c.get('policy', {})
        self.grants, self.conflicts, self.approvals, self.links, self.waivers, self.shared, self.incidents = [
            read(record, policy.get(key)) for record, key in
            [('role', 'roles'), ('conflict', 'conflicts'), ('approval', 'privileged'), ('link', 'links'),
             ('waiver', 'waivers'), ('shared', 'shared'), ('incident', 'incidents')]]
        self.registered = c.get('register', {})  # what stands in the registers, by name
        self.exceptions = []
        self.figures = {}
        for roster in self.rosters:
            roster.rows = [r for r in roster.rows if not (r.effective_on and r.effective_on > self.day)]
        self.departments = Departments(table, self.rosters, self.day)
        grouped = {}
        for roster in self.rosters:
            for row in roster.rows:
                grouped.setdefault(v.id_key(row.person_id), []).append(row)
        for rows in grouped.values():
            for row in rows:
                come_back(row, self.day)
        self.people = [Person(group, self.day) for rows in grouped.values() for group in split_by_name(rows)]
        for p in self.people:
            p.departments = set()
            for post in p.posts:
                p.departments |= self.departments.resolve(post.department_code, post.department)
        for system in self.systems:
            self.join_accounts(system)
        for system in self.systems:
            self.share(system)
        for system in self.systems:
            for a in system.accounts:
                self.match(system, a)
        for system in self.systems:
            self.count_roles(system)

    # --- Who is meant ---

    def find_people(self, person_id):
        """Equal, or failing that equal without leading zeros."""
        same = [p for p in self.people if v.id_key(p.person_id) == v.id_key(person_id)]
        return same or [p for p in self.people if v.bare_key(p.person_id) == v.bare_key(person_id)]

    def find_person(self, person_id):
        """The one person, or None."""
        found = self.find_people(person_id) if person_id else []
        return found[0] if len(found) == 1 else None

    def rows_for(self, table, system):
        return [r for r in table.rows if v.word_key(r.system) == v.word_key(system.name)] if table else []

    def system_called(self, name):
        return next((s for s in self.systems if v.word_key(s.name) == v.word_key(name)), None)

    # --- Accounts ---

    def join_accounts(self, system):
        """One account for a user_id; roles united; the first row wins otherwise. IDs that differ only in
        case are several; how wide the letters are makes none of an account that is there."""
        by_id, exact = {}, {}
        for row in system.rows:
            row.emails = [row.email] if row.email else []
            a = by_id.setdefault(v.id_key(row.user_id), row)
            if a.user_id.isascii() and row.user_id.isascii() and a.user_id != row.user_id:
                a = exact.setdefault(row.user_id, row)
            if a is not row:
                self.merge_row(a, row)
                a.emails += [row.email] if row.email else []
                a.role += [r for r in row.role if v.word_key(r) not in [v.word_key(x) for x in a.role]]
        system.accounts = [r for r in system.rows if r in by_id.values() or r in exact.values()]
        system.exact = exact
        section = system.section
        system.privileged_known = 'privileged' in system.known or bool(
            section.get('privileged_roles') and 'role' in system.known)
        wanted = [v.word_key(r) for r in section.get('privileged_roles', [])]
        for a in system.accounts:
            if a.kind in (None, 'personal'):
                a.kind = next((kind for kind, globs in section.get('kinds', {}).items()
                               for g in globs if v.glob_fits(g, a.user_id)), 'personal')
            a.is_personal = a.kind in ('personal', 'external')
            a.is_privileged = a.privileged == 'yes' or any(v.word_key(r) in wanted for r in a.role)
            a.enabled = a.status != 'disabled' and not (a.expires_on and a.expires_on < self.day)

    def share(self, system):
        """policy/shared makes an ID shared and gives owner, members and password date where the list has none;
        of two rows of one ID the first counts."""
        for a in system.accounts:
            a.shared = None
        for row in self.rows_for(self.shared, system):
            a = self.find_account(system, row.user_id)
            if not a or a.shared:
                continue
            a.shared, a.kind, a.is_personal = row, 'shared', False
            a.owner = a.owner or row.owner or a.owner  # a cell that could not be read is no empty one
            a.members = a.members or row.members
            if not a.password_changed_on and a.password_changed_on is not v.UNKNOWN:
                a.password_changed_on = row.password_changed_on
        system.has_shared_ids = any(a.shared for a in system.accounts)

    def told(self, system, a):
        """Is the day of the password told: by the list, or by the account's row in policy/shared?"""
        return 'password_changed_on' in system.known or bool(a.shared and 'password_changed_on' in self.shared.known)

    def main_department(self, p):
        """Of the main post: the newest posting, else the first by code. Several successors: the first."""
        best = None
        for post in p.posts:
            if best is None or self.is_rather_main(post, best):
                best = post
        found = self.departments.resolve(best.department_code, best.department) if best else set()
        return min(found) if found else None

    @staticmethod
    def is_rather_main(a, b):
        if (a.posted_on or b.posted_on) and a.posted_on != b.posted_on:
            return bool(a.posted_on) and (not b.posted_on or a.posted_on > b.posted_on)
        x, y = v.id_key(a.department_code), v.id_key(b.department_code)
        return bool(x and y) and (len(x.encode()), x) < (len(y.encode()), y)

    def count_roles(self, system):
        """People of each department with an account in the system, and with each role in it."""
        system.with_account, system.with_role = {}, {}
        for a in system.accounts:
            p = a.holder
            if not p or p.state == 'left' or not a.enabled:
                continue
            department = self.main_department(p)
            if department is None:
                continue
            system.with_account.setdefault(department, []).append(p)
            for role in a.role:
                system.with_role.setdefault((department, v.word_key(role)), []).append(p)

    def merge_row(self, a, row):
        """An empty cell never wins; enabled and privileged if any row is; else the first row wins. What could
        not be read gives way to what can be, never to an empty cell. Addresses are many, as roles are."""
        a.status = 'enabled' if 'enabled' in (a.status or 'enabled', row.status or 'enabled') else a.status
        if 'yes' in (a.privileged, row.privileged):
            a.privileged = 'yes'
        for field in vars(row):
            mine, other = getattr(a, field), getattr(row, field)
            if field not in ('role', 'status', 'privileged') and not mine and (mine is not v.UNKNOWN or other):
                setattr(a, field, other)

    def match(self, system, a):
        a.holder, a.outcome, a.step = None, 'nobody', None
        if not a.is_personal:
            a.outcome = 'owned'
            owners = self.meant(self.find_people(a.owner) if a.owner else [], a)
            a.owner_person = owners[0] if len(owners) == 1 else None
            return
        people, a.step = self.candidates(system, a)
        people = self.meant(people, a)
        if len(people) == 1:
            a.holder, a.outcome = people[0], 'linked'
        elif people:
            a.outcome = 'ambiguous'

    def candidates(self, system, a):
        """The people that the first step that decides says, and the step."""
        for link in self.rows_for(self.links, system):
            if self.find_account(system, link.user_id) is a:
                if link.person_id == '-':
                    return [], 'link'
                found = self.find_person(link.person_id)
                if found:
                    return [found], 'link'
        if a.person_id:
            return self.of_number(a, self.find_people(a.person_id)), 'person_id'
        same = lambda field, text: [p for p in self.people if any(
            getattr(r, field) and v.id_key(getattr(r, field)) == v.id_key(text) for r in p.rows)]
        found = [p for p in self.people if any(p in same('email', address) for address in a.emails)]
        if found:
            return found, 'email'
        if same('login', a.user_id):
            return same('login', a.user_id), 'login'
        if '@' in a.user_id and same('email', a.user_id):
            return same('email', a.user_id), 'email'
        found = self.of_user_id(a, a.user_id)
        if found:
            return found, 'user_id'
        template = system.section.get('person_id_from_user_id')
        if template:
            head, tail = v.id_key(template).split('{person_id}')
            key = v.id_key(a.user_id)
            if key.startswith(head) and key.endswith(tail) and len(key) > len(head) + len(tail):
                found = self.of_user_id(a, key[len(head):len(key) - len(tail)])
                if found:
                    return found, 'template'
        if self.config.get('match', {}).get('accept') == 'exact':
            return [], None
        where = self.departments.resolve(a.department_code, a.department)
        # The account's name counts; its kana alone where it has none: of one sound are several names.
        named = Bag(name=a.name, kana='' if a.name else a.kana)
        fits = lambda p: self.names_agree(named, p)
        return [p for p in self.people if (a.name or a.kana) and where & p.departments and fits(p)], 'name+department'

    def names_agree(self, a, p):
        """None where one side has no name."""
        theirs = [n for r in p.rows for n in (r.name, r.former_name, r.kana) if n]
        mine = [n for n in (a.name, a.kana) if n]
        if not mine or not theirs:
            return None
        kana = {v.kana_key(r.kana) for r in p.rows if r.kana}
        return any(v.same_name(n, theirs) or v.kana_key(n) in kana for n in mine)

    def of_number(self, a, people):
        """Two people of one number: the one whose name agrees."""
        exact = len({v.id_key(p.person_id) for p in people}) == 1
        agreeing = [p for p in people if self.names_agree(a, p)]
        return agreeing if len(people) > 1 and exact and agreeing else people

    def of_user_id(self, a, text):
        """Equal only without zeros: only if no name contradicts."""
        people = self.find_people(text)
        if people and v.id_key(people[0].person_id) != v.id_key(text):
            return self.of_number(a, people) if any(self.names_agree(a, p) is not False for p in people) else []
        return self.of_number(a, people)

    def meant(self, people, a):
        """Of several people the one who is meant, where that can be told."""
        if len(people) < 2:
            return people
        if all(p.state == 'left' for p in people):
            ends = sorted((p.left_on for p in people if p.left_on), reverse=True)
            if len(ends) == len(people) and ends[0] != ends[1]:
                return [p for p in people if p.left_on == ends[0]]
        here = [p for p in people if not (p.state == 'left' and p.left_on and a.created_on and p.left_on < a.created_on)]
        if len(here) == 1:
            return here
        present = [p for p in people if p.state != 'left']
        if len(present) == 1 and all(self.same_person(present[0], p) for p in people if p is not present[0]):
            return present
        return people

    def same_person(self, p, q):
        handles = lambda x: {v.id_key(h) for r in x.rows for h in (r.email, r.login) if h}
        return bool(p.name and v.same_name(p.name, [q.name]) and handles(p) & handles(q)
                    and (not p.kana or not q.kana or v.kana_key(p.kana) == v.kana_key(q.kana)))

    # --- Conditions ---

    def person_has(self, p, field, wanted):
        """Has any post of the person the value?"""
        if field == 'department':
            return bool(self.departments.resolve(wanted, wanted) & p.departments)
        return any(getattr(post, field) and v.word_key(getattr(post, field)) == v.word_key(wanted) for post in p.posts)

    def meets(self, p, condition):
        return all(any(self.person_has(p, field, w) for w in wanted) for field, wanted in condition.items() if wanted)

    def can_judge(self, section, key):
        """The condition is configured, and the rosters have all its fields."""
        fields = [f for f, wanted in section.get(key, {}).items() if wanted]
        return key in section and all(self.roster_knows(*([f, 'department_code'] if f == 'department' else [f]))
                                      for f in fields)

    def days(self, section, name):
        defaults = self.config.get('defaults', {})
        return section.get(name, defaults.get(name, None if name in ('retain_days', 'outlier_percent') else THRESHOLDS[name]))

    def ago(self, date):
        return (self.day - date).days

    def roster_knows(self, *fields):
        return any(f in r.known for f in fields for r in self.rosters)

    # --- What can be evaluated at all ---

    # Rule → fields of the list, fields of a roster (alternatives by |, all of the words needed).
    NEEDS = {
        'leaver-account': ('', 'status|left_on'), 'leaver-login': ('last_login_on', 'left_on'),
        'leave-account': ('', 'status|leave_from|leave_to'), 'leave-login': ('last_login_on', 'leave_from'), 'name-mismatch': ('name|kana', 'name|kana'),
        'department-mismatch': ('department|department_code', 'department|department_code'),
        'job-type-mismatch': ('job_type', 'job_type'), 'dormant-account': ('last_login_on', ''),
        'never-used-account': ('last_login_on', ''), 'disabled-retained': ('', 'left_on'),
        'leaving-soon': ('', 'left_on'), 'role-unknown': ('role', ''), 'role-not-allowed': ('role', ''),
        'role-conflict': ('role', ''), 'role-outlier': ('role', 'department|department_code'),
        'shared-password-after-move': ('', 'left_on|posted_on'), 'mfa-missing': ('mfa', ''),
        'license-leaver': ('', 'status|left_on'), 'license-never-used': ('last_used_on', ''),
        'license-idle': ('last_used_on', ''), 'license-usage-unknown': ('reported_on', ''),
        'device-not-returned': ('person_id status|returned_on', 'status|left_on'),
        'device-holder-unknown': ('person_id status|returned_on', ''),
        'device-department-mismatch': ('person_id department status|returned_on', 'department|department_code'),
    }

    def has_fields(self, rule, source):
        mine, roster = self.NEEDS.get(rule, ('', ''))
        return all(set(alternatives.split('|')) & source.known for alternatives in mine.split()) and (
            not roster or self.roster_knows(*roster.split('|')))

    def evaluated_rules(self, source, names):
        """The rules of the source that are evaluated: switched on, and nothing they need is missing."""
        return sorted(r for r in names if self.enabled_rule(r) and self.has_fields(r, source)
                      and self.may_judge(r, source))

    def may_judge(self, rule, source):
        section, known = source.section, source.known
        if rule in ('system-no-list', 'license-renewal', 'roster-stale', 'system-owner-unknown'):
            return {'system-no-list': True, 'license-renewal': 'contract_to' in section,
                    'roster-stale': 'exported_on' in section,
                    'system-owner-unknown': bool(self.departments.entries)}[rule]
        if source.missing:
            return False
        if rule == 'mfa-missing':
            return {'none': False, 'all': True, 'privileged': source.privileged_known}[section.get('mfa_required', 'privileged')]
        if rule.startswith('privileged-'):
            return source.privileged_known and (rule == 'privileged-shared' or bool(self.approvals)) and (
                rule != 'privileged-shared' or self.kinds_told(source))
        if rule in ('shared-password-stale', 'shared-password-after-move', 'initial-password', 'password-after-incident'):
            has_dates = self.shared and 'password_changed_on' in self.shared.known and source.has_shared_ids
            if 'password_changed_on' not in known and not has_dates:
                return False
        if rule.startswith('shared-'):
            own_days = self.shared and 'shared_password_days' in self.shared.known and source.has_shared_ids
            wanted = {'shared-no-owner': {'owner'}, 'shared-password-after-move': {'owner', 'members'}}.get(rule)
            return self.kinds_told(source) and (not wanted or bool(wanted & known) or bool(self.shared)) and (
                rule != 'shared-password-stale' or self.days(section, 'shared_password_days') != 0 or bool(own_days))
        special = {
            'role-outlier': lambda: bool(self.days(section, 'outlier_percent')),
            'password-after-incident': lambda: bool(self.incidents),
            'list-incomplete': lambda: 'declared_rows' in section,
            'system-unregistered': lambda: 'systems' in self.registered,
            'license-unregistered': lambda: 'licenses' in self.registered,
            'leave-account': lambda: section.get('on_leave', 'disable') == 'disable',
            'leave-login': lambda: section.get('on_leave', 'disable') == 'disable',
            'license-usage-unknown': lambda: True,
            'not-eligible': lambda: self.can_judge(section, 'eligible'),
            'missing-account': lambda: self.can_judge(section, 'required_for'),
            'disabled-retained': lambda: self.days(section, 'retain_days') is not None,
            'role-unknown': lambda: bool(self.rows_for(self.grants, source)),
            'role-not-allowed': lambda: bool(self.rows_for(self.grants, source)),
            'role-conflict': lambda: self.conflicts_told(source),
            'system-stale-list': lambda: 'exported_on' in section,
            'license-unknown-holder': lambda: 'person_id' in known or 'user_id' in known and self.license_system(
                section) is not None or 'device_id' in known and self.devices is not None,
            'license-disabled-account': lambda: self.license_system(section) is not None,
            'license-over-assigned': lambda: 'quantity' in section, 'license-surplus': lambda: 'quantity' in section,
            'license-expired': lambda: 'contract_to' in section,
        }
        return special.get(rule, lambda: True)()

    def license_system(self, section):
        system = self.system_called(section['system']) if 'system' in section else None
        return system if system and not system.missing else None

    def kinds_told(self, system):
        """Can shared and service IDs be told from personal ones?"""
        return 'kind' in system.known or bool(self.shared) or bool({'shared', 'service'} & set(system.section.get('kinds', {})))

    def conflicts_told(self, system):
        rows = self.conflicts.rows if self.conflicts else []
        pairs = [(self.system_called(c.system_a), self.system_called(c.system_b)) for c in rows]
        pairs = [(a, b) for a, b in pairs if a and b and system in (a, b)]
        others = [b for a, b in pairs if a is system]
        return bool(pairs) and (not others or any(not b.missing and 'role' in b.known for b in others))

    # --- Exceptions ---

    def enabled_rule(self, rule):
        return self.config.get('rules', {}).get(rule, {}).get('enabled', True)

    def add(self, rule, target, subject, person=None, person_id=''):
        if not self.enabled_rule(rule):
            return
        # One rule, target and subject is one exception; two conflicts of one person are two.
        if rule != 'role-conflict' and any(e[:3] == (rule, target, subject or None) for e in self.exceptions):
            return
        severity = self.config.get('rules', {}).get(rule, {}).get('severity', SEVERITY[rule])
        waived = any(w.rule == rule and v.id_key(w.target) == v.id_key(target)
                     and v.id_key(w.subject) == v.id_key(subject)
                     and not (w.valid_until and w.valid_until < self.day)
                     for w in (self.waivers.rows if self.waivers else []))
        self.exceptions.append((rule, target, subject or None, (person.person_id if person else person_id) or None, severity,
                                waived))

    # --- Section 5 ---

    def judge(self):
        for roster in self.rosters:
            self.judge_list(roster, 'roster-stale')
        for system in self.systems:
            self.judge_system(system)
            if not system.missing:
                for a in system.accounts:
                    self.judge_account(system, a)
                self.judge_missing(system)
        self.judge_conflicts()
        for license in self.licenses:
            self.judge_license(license)
        self.judge_devices()
        return self

    def judge_list(self, source, rule):
        self.judge_rows(source)
        exported = source.section.get('exported_on')
        if exported and self.ago(v.parse_date(exported)) > self.days(source.section, 'max_age_days'):
            self.add(rule, source.name, '')

    def judge_rows(self, source):
        """What the delivering office says the list holds, against the entries read."""
        declared = source.section.get('declared_rows')
        if declared is not None and not source.missing and declared != source.read - source.blank:
            self.add('list-incomplete', source.name, '')

    def judge_registered(self, source, key, rule):
        names = self.registered.get(key)
        if names is not None and not source.missing and v.word_key(source.name) not in map(v.word_key, names):
            self.add(rule, source.name, '')

    def judge_system(self, system):
        owner, ended = system.section.get('owner'), system.section.get('ended_on')
        if self.departments.table or self.roster_knows('department', 'department_code'):
            if not owner or not self.departments.is_valid_owner(owner):
                self.add('system-owner-unknown', system.name, '')
        if system.missing:
            self.add('system-no-list', system.name, '')
            return
        self.judge_list(system, 'system-stale-list')
        self.judge_registered(system, 'systems', 'system-unregistered')
        if ended and v.parse_date(ended) < self.day and any(a.enabled for a in system.accounts):
            self.add('system-retired', system.name, '')

    def judge_account(self, system, a):
        p, known, section, ago = a.holder, system.known, system.section, self.ago
        add = lambda rule: self.add(rule, system.name, a.user_id, p or (None if a.is_personal else a.owner_person),
                                    a.person_id)
        if p and 'last_login_on' in known and not p.left_unread and p.left_on and a.last_login_on and a.last_login_on > p.left_on:
            add('leaver-login')
        if p and self.was_used_on_leave(system, a, p):
            add('leave-login')
        if not a.enabled:
            retain = self.days(section, 'retain_days')
            if p and p.state == 'left' and p.left_on and retain is not None and ago(p.left_on) > retain:
                add('disabled-retained')
            return
        if a.outcome == 'nobody':
            add('orphan-account')
        if a.outcome == 'ambiguous':
            add('ambiguous-owner')
        self.judge_privileges(system, a, add)
        if not a.is_personal:
            self.judge_shared(system, a, add)
        elif p and p.state == 'left':
            add('leaver-account')
        elif p:
            self.judge_present(system, a, p, add)
        if p and p.state != 'left' or not a.is_personal:
            self.judge_use(system, a, add)

    def was_used_on_leave(self, system, a, p):
        if 'last_login_on' not in system.known or system.section.get('on_leave', 'disable') != 'disable':
            return False
        if v.UNKNOWN in [r.leave_from for r in p.rows] or not p.leave_from or not a.last_login_on or not self.roster_knows('leave_from'):
            return False
        if p.leave_to is v.UNKNOWN:
            return False
        return p.leave_from <= a.last_login_on <= min(p.leave_to or self.day, self.day)

    def judge_privileges(self, system, a, add):
        known = system.known
        grants = self.rows_for(self.grants, system)
        if grants and 'role' in known:
            unknown = [r for r in a.role if v.word_key(r) not in [v.word_key(g.role) for g in grants]]
            if unknown:
                add('role-unknown')
        self.judge_incidents(system, a, add)
        wanted = system.section.get('mfa_required', 'privileged')
        if a.mfa == 'no' and (wanted == 'all' and a.kind != 'service' or wanted == 'privileged' and a.is_privileged):
            add('mfa-missing')
        if not a.is_privileged:
            return
        if a.kind == 'shared':
            add('privileged-shared')
        if self.approvals:
            rows = [r for r in self.rows_for(self.approvals, system) if v.id_key(r.user_id) == v.id_key(a.user_id)]
            # Those that have begun and name the holder; a blank date or person is no obstacle.
            fitting = [r for r in rows if not (r.approved_on and r.approved_on > self.day)
                       and not (r.starts_on and r.starts_on > self.day)
                       and (not r.person_id or self.approval_fits(system, a, self.find_person(r.person_id)))]
            if not fitting:
                add('privileged-unapproved')
            elif all(r.expires_on and r.expires_on < self.day for r in fitting):
                add('privileged-approval-expired')

    def judge_incidents(self, system, a, add):
        """An incident of this ID, or of the system for shared and privileged IDs, on or after the day of the
        password (or never changed) and on or after the account's creation. The newest decides: both are lower bounds."""
        rows = [r for r in self.rows_for(self.incidents, system) if r.date and r.date <= self.day and (
            self.find_account(system, r.user_id) is a if r.user_id else a.kind == 'shared' or a.is_privileged)]
        if not rows or not self.told(system, a) or a.password_changed_on is v.UNKNOWN:
            return
        newest = max(r.date for r in rows)
        if a.created_on is v.UNKNOWN and not a.password_changed_on:
            return
        if not (a.password_changed_on and newest < a.password_changed_on) and not (a.created_on and newest < a.created_on):
            add('password-after-incident')

    def approval_fits(self, system, a, approved):
        """Does the approval name the one who has the account? Several people who fit are all meant; a
        shared ID is its owner's and its members', and without a known owner nobody's in particular."""
        if a.outcome == 'owned':
            return not a.owner_person or approved is not None and (
                approved is a.owner_person or approved in [self.find_person(m) for m in a.members])
        if a.outcome == 'ambiguous':
            return approved in self.candidates(system, a)[0]
        return a.holder is not None and approved is a.holder

    def judge_shared(self, system, a, add):
        owner_told = 'owner' in system.known or self.shared
        if owner_told and a.owner is not v.UNKNOWN and (not a.owner_person or a.owner_person.state == 'left'):
            add('shared-no-owner')
        if a.kind != 'shared' or not self.told(system, a):
            return
        self.judge_initial_password(system, a, add)
        limit, changed = self.days(system.section, 'shared_password_days'), a.password_changed_on
        own = a.shared and a.shared.shared_password_days.rstrip('日')
        if own and own.isdigit():
            limit = int(own)
        if limit and changed is not v.UNKNOWN and (not changed or self.ago(changed) > limit):
            add('shared-password-stale')
        if changed and any(self.moved_after(p, changed) for p in
                           [a.owner_person] + [self.find_person(m) for m in a.members] if p):
            add('shared-password-after-move')

    def moved_after(self, p, changed):
        if p.left_on and changed < p.left_on <= self.day:
            return True
        first = p.hired_on and p.posted_on and p.posted_on <= p.hired_on
        return bool(p.posted_on and changed < p.posted_on <= self.day and not first)

    def judge_present(self, system, a, p, add):
        section, known = system.section, system.known
        if p.state == 'leave' and section.get('on_leave', 'disable') == 'disable':
            add('leave-account')
        if a.step != 'name+department' and self.roster_knows('name', 'kana') and self.name_differs(a, p):
            add('name-mismatch')
        here = self.departments.resolve(a.department_code, a.department)
        if (a.department_code or a.department) and p.departments and not here & p.departments:
            add('department-mismatch')
        jobs = [post.job_type for post in p.posts if post.job_type]
        if a.job_type and jobs and not self.person_has(p, 'job_type', a.job_type):
            add('job-type-mismatch')
        if self.can_judge(section, 'eligible') and not self.meets(p, section['eligible']):
            add('not-eligible')
        if a.kind == 'personal' and any(b is not a and b.enabled and b.kind == 'personal' and b.holder is p
                                        for b in system.accounts):
            add('duplicate-account')
        if p.left_on and 0 <= -self.ago(p.left_on) <= self.days(section, 'leaving_soon_days'):
            add('leaving-soon')
        grants = self.rows_for(self.grants, system)
        for role in a.role:
            mine = [g for g in grants if v.word_key(g.role) == v.word_key(role)]
            if mine and not any(self.grant_fits(g, p) for g in mine):
                add('role-not-allowed')
                break
        if a.kind == 'personal':
            self.judge_initial_password(system, a, add)
        self.judge_outlier(system, a, p, add)

    def judge_outlier(self, system, a, p, add):
        """A role of at most that percent of the holder's department, of at least 10 people with an account."""
        percent, department = self.days(system.section, 'outlier_percent'), self.main_department(p)
        people = {id(x) for x in system.with_account.get(department, [])}
        if not percent or len(people) < 10 or not self.roster_knows('department', 'department_code'):
            return
        for role in a.role:
            if len({id(x) for x in system.with_role.get((department, v.word_key(role)), [])}) * 100 <= len(people) * percent:
                add('role-outlier')
                return

    def judge_initial_password(self, system, a, add):
        if not self.told(system, a) or v.UNKNOWN in (a.password_changed_on, a.created_on):
            return
        if not a.password_changed_on or a.password_changed_on == a.created_on:
            if not a.created_on or self.ago(a.created_on) > self.days(system.section, 'initial_password_days'):
                add('initial-password')

    def name_differs(self, a, p):
        """The account has a name, and none of the person's, in whatever row, equals it."""
        return self.names_agree(a, p) is False

    def grant_fits(self, g, p):
        return all(not getattr(g, f) or self.person_has(p, f, getattr(g, f))
                   for f in ('department', 'job_type', 'position', 'employment'))

    def judge_use(self, system, a, add):
        if 'last_login_on' not in system.known or a.last_login_on is v.UNKNOWN:
            return
        if a.last_login_on:
            if self.ago(a.last_login_on) > self.days(system.section, 'dormant_days'):
                add('dormant-account')
        elif a.created_on is v.UNKNOWN:
            return
        elif not a.created_on or self.ago(a.created_on) > self.days(system.section, 'never_used_days'):
            add('never-used-account')

    def judge_missing(self, system):
        if not self.can_judge(system.section, 'required_for'):
            return
        for p in self.people:
            if p.state == 'active' and self.meets(p, system.section['required_for']):
                if not any(a.holder is p and a.enabled for a in system.accounts):
                    self.add('missing-account', system.name, p.person_id, p)

    def judge_conflicts(self):
        seen = set()
        for c in self.conflicts.rows if self.conflicts else []:
            key = tuple(v.word_key(x) for x in (c.system_a, c.role_a, c.system_b, c.role_b))
            if key in seen:
                continue  # the same conflict written twice
            seen.add(key)
            a, b = self.system_called(c.system_a), self.system_called(c.system_b)
            if not a or not b or a.missing or b.missing:
                continue
            raised = set()  # two people of one number are one exception: its id is made of the number
            for p in self.people:
                if p.state in ('active', 'leave') and self.holds(p, a, c.role_a) and self.holds(p, b, c.role_b):
                    if v.id_key(p.person_id) not in raised:
                        self.add('role-conflict', a.name, p.person_id, p)
                    raised.add(v.id_key(p.person_id))

    def holds(self, p, system, role):
        """As holder, or as owner or member of a shared ID."""
        return any(self.may_use(p, a) and a.enabled and v.word_key(role) in map(v.word_key, a.role)
                   for a in system.accounts)

    def may_use(self, p, a):
        if a.kind == 'shared':
            return p is a.owner_person or p in [self.find_person(m) for m in a.members]
        return a.holder is p

    # --- Licenses ---

    def seat_holder(self, license, system, seat):
        """(what identifies the holder or None, person or None, the subject as written)

        A holder that could not be looked up anywhere (a device without `devices`, a user ID without
        `system`) is not judged as unknown.
        """
        by_device = license.section.get('metric') == 'device'
        device_key = ('device', v.id_key(seat.device_id))
        if seat.device_id and (by_device or not seat.person_id and not seat.user_id):
            device = self.find_device(seat.device_id)
            if self.devices and not device:
                return None, self.find_person(seat.person_id), seat.device_id
            p = self.find_person(device.person_id) if device and device.person_id else self.find_person(seat.person_id)
            return device_key, p, seat.device_id
        if seat.person_id:
            p = self.find_person(seat.person_id)
            return (('person', p) if p else None), p, seat.person_id
        user = ('user', v.id_key(seat.user_id))
        if system and not system.missing:
            a = self.find_account(system, seat.user_id)
            p = a.holder if a else self.find_by_address(seat.user_id)
            is_orphan = a and a.outcome == 'nobody'
            if a and not p:
                user = ('account', a.user_id)
            return (('person', p) if p else user if a and not is_orphan else None), p, seat.user_id
        p = self.find_by_user_id(seat.user_id)
        return (('person', p) if p else user), p, seat.user_id

    def orphan(self, system, seat, subject):
        """An account that nobody holds is a holder of its own: two that differ only in case are two."""
        if subject is seat.user_id and not seat.person_id and system and not system.missing:
            a = self.find_account(system, subject)
            return ('orphan', a.user_id) if a else None
        return None

    def find_device(self, device_id):
        rows = self.devices.rows if self.devices else []
        return next((d for d in rows if v.id_key(d.device_id) == v.id_key(device_id)), None)

    def find_account(self, system, user_id):
        """As written, else folded: the first."""
        return system.exact.get(user_id) or next((a for a in system.accounts if v.id_key(a.user_id) == v.id_key(user_id)), None)

    def find_by_user_id(self, user_id):
        """Whose login or person ID it is."""
        found = [p for p in self.people if any(r.login and v.id_key(r.login) == v.id_key(user_id) for r in p.rows)]
        if found:
            return found[0] if len(found) == 1 else None
        return self.find_person(user_id) or self.find_by_address(user_id)

    def find_by_address(self, address):
        """The one person who has it."""
        found = [p for p in self.people if any(r.email and v.id_key(r.email) == v.id_key(address) for r in p.rows)]
        return found[0] if len(found) == 1 else None

    def seat_class(self, license, seat, identity, person):
        known, days = license.known, lambda name: self.days(license.section, name)
        if identity is None:
            return 'held_by_unknown'
        if person and person.state == 'left':
            return 'held_by_leavers'
        if 'reported_on' in known and (not seat.reported_on or self.ago(seat.reported_on) > days('report_days')):
            return 'usage_unknown'
        if 'last_used_on' not in known:
            return 'active'
        if seat.last_used_on is v.UNKNOWN:
            return 'usage_unknown'
        if not seat.last_used_on:
            if seat.assigned_on is v.UNKNOWN:
                return 'usage_unknown'
            late = not seat.assigned_on or self.ago(seat.assigned_on) > days('license_grace_days')
            return 'never_used' if late else 'active'
        return 'idle' if self.ago(seat.last_used_on) > days('idle_days') else 'active'

    RULE_OF_CLASS = {'held_by_unknown': 'license-unknown-holder', 'held_by_leavers': 'license-leaver',
                     'usage_unknown': 'license-usage-unknown', 'never_used': 'license-never-used', 'idle': 'license-idle'}

    def judge_license(self, license):
        section, name = license.section, license.name
        self.judge_rows(license)
        self.judge_registered(license, 'licenses', 'license-unregistered')
        system = self.system_called(section['system']) if 'system' in section else None
        counts, raised, seats, needed = collections.Counter(), set(), {}, set()

        def once(rule, key, subject, person, seat):
            if (rule, key) not in raised:
                raised.add((rule, key))
                self.add(rule, name, subject, person, seat.person_id)

        self.unheld = sum(seat.is_unassigned and seat.status != 'cancelled' for seat in license.rows)
        for seat in license.rows:
            if seat.status == 'cancelled' or seat.is_unassigned:
                continue
            identity, person, subject = self.seat_holder(license, system, seat)
            what = self.seat_class(license, seat, identity, person)
            key = identity or self.orphan(system, seat, subject) or ('unknown', v.id_key(subject))
            counts[what] += 1
            if what in ('active', 'usage_unknown'):
                needed.add(key)
            if what in self.RULE_OF_CLASS and (what != 'usage_unknown' or 'reported_on' in license.known):
                once(self.RULE_OF_CLASS[what], key, subject, person, seat)
            if what in ('held_by_unknown', 'held_by_leavers'):
                continue
            seats.setdefault(key, []).append((subject, person, seat))
            if system and not system.missing:
                # The account that the row names, else all that the person holds.
                account = self.find_account(system, seat.user_id) if seat.user_id else None
                mine = [account] if account else [a for a in system.accounts if person and a.holder is person]
                if mine and not any(a.enabled for a in mine):
                    once('license-disabled-account', key, subject, person, seat)
        for key, holders in seats.items():
            if len(holders) > 1:
                once('license-duplicate', key, *holders[0])
        if license.missing:  # nothing is known of its seats
            self.figures[name] = dict.fromkeys(self.license_figures(section, counts, 0, False), None)
            self.figures[name]['purchased'] = section.get('quantity')
            self.judge_renewal(license)
            return
        self.figures[name] = f = self.license_figures(section, counts, len(needed), self.is_use_known(license, counts))
        if section.get('quantity') is not None:
            if f['assigned'] > section['quantity']:
                self.add('license-over-assigned', name, '')
            if f['assigned'] < section['quantity']:
                self.add('license-surplus', name, '')
        if 'contract_to' in section and self.ago(v.parse_date(section['contract_to'])) > 0 and f['assigned']:
            self.add('license-expired', name, '')
        self.judge_renewal(license)

    def judge_renewal(self, license):
        to = license.section.get('contract_to')
        if to and 0 <= -self.ago(v.parse_date(to)) <= self.days(license.section, 'renewal_days'):
            self.add('license-renewal', license.name, '')

    @staticmethod
    def is_use_known(license, counts):
        told = bool(license.known & {'last_used_on', 'reported_on'})
        return told and (counts['active'] + counts['never_used'] + counts['idle'] > 0 or not counts['usage_unknown'])

    def license_figures(self, section, counts, needed, is_known):
        nobodys = self.unheld
        quantity, cost = section.get('quantity'), section.get('unit_cost')
        f = {k: counts[k] for k in ('active', 'never_used', 'idle', 'usage_unknown', 'held_by_leavers', 'held_by_unknown')}
        f['purchased'] = quantity
        f['assigned'] = sum(counts.values())
        f['unassigned'] = nobodys if quantity is None else max(0, quantity - f['assigned'])
        f['reclaimable'] = f['never_used'] + f['idle'] + f['held_by_leavers']
        f['suggested_quantity'] = needed
        wasted = f['reclaimable'] if quantity is None else max(0, quantity - f['suggested_quantity'])
        f['yearly_waste'] = None if cost is None else cost * wasted
        f['utilization'] = (2000 * f['active'] // quantity + 1) // 2 / 10 if quantity and is_known else None
        return f

    def judge_devices(self):
        d = self.devices
        if not d or 'person_id' not in d.known or not d.known & {'status', 'returned_on'}:
            return
        for row in d.rows:
            p = self.find_person(row.person_id)
            if row.returned_on or row.returned_on is v.UNKNOWN or row.status == 'returned':
                continue
            if p and p.state == 'left' and self.roster_knows('status', 'left_on'):
                self.add('device-not-returned', 'devices', row.device_id, p)
            if row.person_id and not self.find_people(row.person_id):
                self.add('device-holder-unknown', 'devices', row.device_id, None, row.person_id)
            if p and p.state != 'left' and row.department and p.departments:
                if not self.departments.resolve(row.department, row.department) & p.departments:
                    self.add('device-department-mismatch', 'devices', row.device_id, p)

    def result(self):
        counts = {}
        for s in self.rosters + self.systems + self.licenses + ([self.devices] if self.devices else []):
            counts[s.name or 'devices'] = (None, None, None) if s.missing else (s.read, s.accepted, s.rejected)
        accounts = {s.name: {'accounts': len(s.accounts), 'enabled': sum(a.enabled for a in s.accounts),
                             'matched': sum(a.outcome == 'linked' for a in s.accounts),
                             'unmatched': sum(a.outcome == 'nobody' for a in s.accounts),
                             'ambiguous': sum(a.outcome == 'ambiguous' for a in s.accounts)} for s in self.systems}
        for s in self.systems:
            if s.missing:  # no list is not a list without accounts
                accounts[s.name] = dict.fromkeys(accounts[s.name])
        names = list(SEVERITY)
        of_license = [r for r in names if r.startswith('license-')]
        of_devices = [r for r in names if r.startswith('device-')]
        others = [*of_license, 'roster-stale', *of_devices]
        of_license.append('list-incomplete')
        evaluated = {r.name: self.evaluated_rules(r, ['roster-stale', 'list-incomplete']) for r in self.rosters}
        evaluated.update({s.name: self.evaluated_rules(s, [r for r in names if r not in others]) for s in self.systems})
        evaluated.update({s.name: self.evaluated_rules(s, of_license) for s in self.licenses})
        if self.devices:
            evaluated['devices'] = self.evaluated_rules(self.devices, of_devices)
        return {'evaluated': evaluated, 'exceptions': sorted(self.exceptions, key=str), 'licenses': self.figures, 'rows': counts,
                'systems': accounts, 'people': len(self.people)}


def run(folder):
    return City(folder).judge().result()


if __name__ == '__main__':
    json.dump(run(sys.argv[1]), sys.stdout, ensure_ascii=False, indent=1)
