"""Section 4 of CONTRACT.md, first half: departments and people on the day."""
import values as v
from reading import Bag


# --- Departments ----------------------------------------------------------------------------------

class Departments:
    """What a code and a name mean on the day, through successors."""
    def __init__(self, table, rosters, day):
        self.day = day
        self.table = table
        self.entries = []
        for row in table.rows if table else []:
            valid = not (row.valid_from and row.valid_from > day) and not (row.valid_to and row.valid_to < day)
            self.entries.append(Bag(code=v.id_key(row.code), name=v.word_key(row.name), valid=valid,
                                    successors=row.successor))
        self.of_table = len(self.entries)
        pairs = []
        for roster in rosters:
            for row in roster.rows:
                code, name = v.id_key(row.department_code), v.word_key(row.department)
                if (code or name) and not self.find(code, name, table_only=True):
                    pairs.append((code, name))
        # Departments that only rosters name: a code and a name that stand together are one.
        for code, name in sorted(set(pairs), key=lambda p: (not p[0], not p[1])):
            same = [e for e in self.entries[self.of_table:] if code and e.code == code or not code and e.name == name]
            if not same:
                self.entries.append(Bag(code=code, name=name, valid=True, successors=[]))
            elif not same[0].name:
                same[0].name = name

    def find(self, code, name, table_only=False):
        """Indices of the entries meant: the code decides when it is known, the name only where it is not."""
        entries = list(enumerate(self.entries[:self.of_table] if table_only else self.entries))
        for key, attribute in [(code, 'code'), (name, 'name')]:
            found = [i for i, e in entries if key and getattr(e, attribute) == key]
            if found:
                valid = [i for i in found if self.entries[i].valid]
                return valid or found
        return []

    def resolve(self, code, name):
        return self.follow(self.find(v.id_key(code), v.word_key(name)), set())

    def follow(self, indices, seen):
        """Valid departments and ends of chains; where successors run in a loop, all that it passes."""
        out = set()
        for i in indices:
            entry = self.entries[i]
            if i in seen:
                out |= seen
                continue
            after = set()
            if not entry.valid:
                for s in entry.successors:
                    after |= self.follow(self.find(v.id_key(s), v.word_key(s)), seen | {i})
            out |= after or {i}
        return out

    def is_valid_owner(self, text):
        entries = self.entries[:self.of_table] if self.table else self.entries
        return any(e.valid and (e.code and e.code == v.id_key(text) or e.name and e.name == v.word_key(text))
                   for e in entries)


# --- Section 4: people ----------------------------------------------------------------------------

def come_back(row, day):
    """A hired_on after left_on is a return once it has begun; before, the earlier spell speaks."""
    if row.hired_on and row.left_on and row.hired_on > row.left_on:
        if row.hired_on <= day:
            row.left_on = None
            row.status = None if row.status == 'left' else row.status
        else:
            row.hired_on = None


def split_by_name(rows):
    """Rows of one number whose names do not agree are several people."""
    groups = []
    for row in rows:
        names = lambda r: [n for n in (r.name, r.former_name, r.kana) if n]
        agree = lambda a, b: (not names(a) or not names(b) or any(v.same_name(n, names(b)) for n in names(a))
                              or bool(a.kana and b.kana and v.kana_key(a.kana) == v.kana_key(b.kana)))
        fitting = [g for g in groups if any(agree(row, other) for other in g)]
        joined = [r for g in fitting for r in g] + [row]
        groups = [g for g in groups if g not in fitting]
        groups.insert(groups_before(groups, joined, rows), joined)
    return groups


def groups_before(groups, joined, rows):
    """Groups stand in the order of their first rows."""
    place = lambda group: min(i for i, r in enumerate(rows) if any(r is g for g in group))
    return sum(1 for g in groups if place(g) < place(joined))


def row_state(row, day):
    if row.hired_on and row.hired_on > day:
        return 'future'
    if row.left_on and row.left_on < day or row.status == 'left' and not row.left_on:
        return 'left'
    if row.leave_from:
        on_leave = row.leave_from <= day and (not row.leave_to or day <= row.leave_to)
    else:  # an end alone says nothing by itself, but it ends a leave that the status tells of
        on_leave = row.status == 'leave' and (not row.leave_to or day <= row.leave_to)
    return 'leave' if on_leave else 'active'


class Person:
    def __init__(self, rows, day):
        self.rows = rows
        first = lambda field: next((getattr(r, field) for r in rows if getattr(r, field)), '')
        self.person_id = rows[0].person_id
        self.name, self.former_name, self.kana = first('name'), first('former_name'), first('kana')
        states = [row_state(r, day) for r in rows]
        remaining = [s for s in states if s != 'left']
        if not remaining:
            self.state = 'left'
        elif 'leave' in remaining:
            self.state = 'leave'
        elif 'active' in remaining:
            self.state = 'active'
        else:
            self.state = 'future'
        # Only a person who leaves every post leaves: the last day of all.
        ends = [r.left_on for r in rows if r.left_on]
        is_open = any(not r.left_on and s != 'left' for r, s in zip(rows, states))
        self.left_on = None if is_open or not ends else max(ends)
        self.left_unread = any(r.left_on is v.UNKNOWN for r in rows)
        # The leave of the first row that tells of one; of somebody on leave, of a row that says so.
        told = [r for r, s in zip(rows, states) if (r.leave_from or r.leave_to) and (self.state != 'leave' or s == 'leave')]
        leave = told[0] if told else None
        self.leave_from, self.leave_to = (leave.leave_from, leave.leave_to) if leave else (None, None)
        hired = [r.hired_on for r in rows if r.hired_on]
        self.hired_on = min(hired) if hired else None
        posted = [r.posted_on for r in rows if r.posted_on and r.posted_on <= day]
        self.posted_on = max(posted) if posted else None
        # Posts that last on the day; without any those to come; without these those that ended.
        for wanted in (('active', 'leave'), ('future',), ('left',)):
            self.posts = [r for r, s in zip(rows, states) if s in wanted]
            if self.posts:
                break
