"""The year before: every system as it was on 31 March 2025, so that `tenko diff` has something to say. The rosters are this year's: they know who was hired and who left when."""
import copy
from datetime import date, timedelta

from . import rosters

DAY = date(2025, 3, 31)


def earlier(day, created):
    """A day of this year, a year before; what is no date stays as it is."""
    if not isinstance(day, date):
        return day
    return max(day - timedelta(days=365), created) if isinstance(created, date) else min(day - timedelta(days=365), DAY)


def accounts_of(s):
    """Who was registered since is not there yet; who was disabled since is enabled; a few had another role; two are gone by now."""
    roles = sorted({role for a in s.accounts for role in a["role"] if isinstance(role, str)})
    rows = []
    for i, a in enumerate(s.accounts):
        created = a.get("created")
        if (isinstance(created, date) and created > DAY) or i % 11 == 7:
            continue
        then = {**a, "login": earlier(a.get("login"), created), "password": earlier(a.get("password"), created), "enabled": a["enabled"] or i % 2 == 0}
        if i % 17 == 3 and len(roles) > 1 and a["role"] and a["role"][0] in roles:
            then["role"] = [roles[(roles.index(a["role"][0]) + 1) % len(roles)]]
        rows.append(then)
    return rows + [{**rows[i], "user_id": f"old{i}"} for i in (1, 2)]


def files(by_name):
    config = ["# The year before: tenko run -c last_year.yaml, then tenko run, then tenko diff", "organization: しおかぜ市", "as_of: 2025-03-31", "departments: hr/departments.csv", rosters.ROSTERS.rstrip(), "systems:"]
    out = {}
    for s in (s for s in by_name.values() if s.file):
        manner = copy.copy(s.manner)
        manner.title = [line.replace("令和8年", "令和7年") for line in manner.title or []]
        file = s.file.replace("systems/", "systems/2025/")
        out[file] = manner.bytes(s.columns, accounts_of(s))
        config += [f"  - name: {s.name}", f"    owner: {s.owner}", f"    source: {file}", "    exported_on: 2025-03-31"] + [f"    {line}" for line in s.config.splitlines()]
    out["last_year.yaml"] = ("\n".join(config) + "\n").encode()
    return out
