#!/usr/bin/env python3
"""Nothing that input controls costs more than n log n: each case is run at two sizes, the second ten times the first.

    growth.py TENKO [CASE…]

CPU seconds of the two runs are compared, never a clock: ten times the data may take FACTOR times as long (n log n takes
about 13 times, n² a hundred). What a run costs without any data is taken off, and FLOOR stands for what is too short to
be measured.

What else the machine does makes a run dearer, never cheaper (cold caches, two threads on one core): the least of several
is nearest to the truth. A case that seems to grow is measured again, both sizes, up to TRIALS times, and is a fault only
where each of them says so.
"""
import os, resource, subprocess, sys, tempfile

FACTOR, FLOOR, TRIALS = 30, 0.05, 3
CASES = {}


def case(size):
    def add(function):
        CASES[function.__name__] = (size, function)
        return function

    return add


def write(folder, name, head, rows):
    os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
    with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
        out.write(head + "\n")
        out.writelines(row + "\n" for row in rows)


STAFF = "person_id,name,department_code,department,hired_on"
LIST = "user_id,person_id,name,department,role,kind,privileged,created_on"


def project(folder, people, accounts, more=()):
    """One roster and one system; `more` are further lines of the configuration."""
    write(folder, "staff.csv", STAFF, people)
    write(folder, "s.csv", LIST, accounts)
    lines = ["as_of: 2026-03-31", "language: en", "rosters:", "  - {name: staff, source: staff.csv}",
             "systems:", "  - {name: S, owner: D1, source: s.csv}", "safety: {max_unmatched_percent: 100}", *more]
    with open(os.path.join(folder, "tenko.yaml"), "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")


def person(i, name=None, department=None):
    return f"P{i:06d},{name or f'Name {i}'},,{department or 'D1'},2010-04-01"


def account(i, holder, role="", kind="", privileged="", name="", department=""):
    return f"u{i:06d},{holder},{name},{department},{role},{kind},{privileged},2015-04-01"


def number(i):
    return f"P{i:06d}"


@case(4000)
def approvals_of_one_account(folder, n):
    project(folder, [person(i) for i in range(n)], [account(0, number(0), privileged="yes")],
            ["policy: {privileged: approvals.csv}"])
    write(folder, "approvals.csv", "system,user_id,person_id,approved_by,approved_on,expires_on",
          (f"S,u000000,{number(i)},X,2020-01-01,2027-01-01" for i in range(n)))


@case(100000)
def quotes_that_make_no_sense(folder, n):
    project(folder, [person(0)], [account(0, number(0)), '"a,""b,' * n, '"a' + ',"b' * n, '"a b" c,' * n + '"z"', "u9,,,,,,,"])


@case(4000)
def grants_of_one_role(folder, n):
    project(folder, [person(i, department=f"D{i}") for i in range(n)],
            [account(i, number(i), role="input") for i in range(n)], ["policy: {roles: roles.csv}"])
    write(folder, "roles.csv", "system,role,department,job_type,position,employment",
          (f"S,input,D{n - i},,," for i in range(n)))


@case(10000)
def conflicts_of_many_roles(folder, n):
    project(folder, [person(i) for i in range(n)],
            [account(i, number(i), role=f"r{i};r{i + 1}") for i in range(n)], ["policy: {conflicts: conflicts.csv}"])
    write(folder, "conflicts.csv", "system_a,role_a,system_b,role_b,reason",
          (f"S,r{i},S,r{i + 1 if i % 10 == 0 else i + 7}," for i in range(n)))


@case(10000)
def conflicts_of_one_role(folder, n):
    project(folder, [person(i) for i in range(n)], [account(i, number(i), role=f"all;r{i}") for i in range(n)],
            ["policy: {conflicts: conflicts.csv}"])
    write(folder, "conflicts.csv", "system_a,role_a,system_b,role_b,reason", (f"S,all,S,r{2 * i}," for i in range(n)))


@case(10000)
def chain_of_successors(folder, n):
    project(folder, [person(i, department=f"D{i}") for i in range(n)],
            [account(i, number(i), department=f"D{n - 1}") for i in range(n)], ["departments: {path: departments.csv}"])
    write(folder, "departments.csv", "code,name,valid_from,valid_to,successor",
          (f"{i},D{i},,{'2025-03-31' if i < n - 1 else ''},{i + 1 if i < n - 1 else ''}" for i in range(n)))


@case(10000)
def circle_of_successors(folder, n):
    project(folder, [person(i, department=f"D{i}") for i in range(n)],
            [account(i, number(i), department=f"D{n - 1 - i}") for i in range(n)],
            ["departments: {path: departments.csv}"])
    write(folder, "departments.csv", "code,name,valid_from,valid_to,successor",
          (f"{i},D{i},,2025-03-31,{(i + 1) % n}" for i in range(n)))


@case(8000)
def departments_of_one_name(folder, n):
    project(folder, [person(i, department="section") for i in range(n)],
            [account(i, number(i), department="section") for i in range(n)], ["departments: {path: departments.csv}"])
    write(folder, "departments.csv", "code,name,valid_from,valid_to,successor",
          (f"{i},section,,{'2025-03-31' if i % 2 else ''},{'section' if i % 2 else ''}" for i in range(n)))


@case(4000)
def departments_with_a_common_prefix(folder, n):
    prefix = "x" * 200
    project(folder, [person(i, department=f"{prefix}{i}") for i in range(n)],
            [account(i, number(i), department=f"{prefix}{(i + 1) % n}") for i in range(n)], ["route: holder"])


@case(1000)
def accounts_of_one_person(folder, n):
    project(folder, [person(0)], [account(i, number(0), role="input;approve", privileged="yes") for i in range(n)],
            ["policy: {conflicts: conflicts.csv}"])
    write(folder, "conflicts.csv", "system_a,role_a,system_b,role_b,reason", ["S,input,S,approve,"])


@case(4000)
def members_of_one_shared_id(folder, n):
    members = ";".join(number(i) for i in range(n))
    write(folder, "shared.csv", "system,user_id,owner,members,purpose,password_changed_on",
          [f"S,u000000,{number(0)},{members},,2009-01-01"])
    project(folder, [person(i) for i in range(n)], [account(0, "", kind="shared", privileged="yes")],
            ["policy: {shared: shared.csv}"])


@case(2000)
def namesakes_in_one_department(folder, n):
    project(folder, [person(i, name="Taro Yamada") for i in range(n)],
            [account(i, "", name="Taro Yamada", department="D1") for i in range(n)])


@case(2000)
def namesakes_elsewhere(folder, n):
    project(folder, [person(i, name="Taro Yamada", department=f"D{i}") for i in range(n)],
            [account(i, "", name="Taro Yamada", department=f"D{i}") for i in range(n)])


@case(4000)
def posts_of_one_person(folder, n):
    project(folder, [person(0, name="Taro Yamada", department=f"D{i}") for i in range(n)],
            [account(i, number(0), department=f"E{i}") for i in range(50)])


@case(4000)
def seats_of_one_person(folder, n):
    project(folder, [person(0)], [account(0, number(0))],
            ["licenses:", "  - {name: L, source: l.csv, quantity: 10, owner: D1}"])
    write(folder, "l.csv", "person_id,assigned_on,last_used_on", (f"{number(0)},2020-01-01," for i in range(n)))


@case(4000)
def products_of_one_license(folder, n):
    project(folder, [person(i) for i in range(n)], [account(0, number(0))],
            ["licenses:", "  - {name: L, source: l.csv, owner: D1}", "register: {licenses: register.csv}"])
    write(folder, "register.csv", "license,product,quantity,owner", (f"R{i},product {i},10,D1" for i in range(n // 20)))
    write(folder, "l.csv", "person_id,product,assigned_on", (f"{number(i)},product {i},2020-01-01" for i in range(n)))


@case(4000)
def waivers_and_links(folder, n):
    project(folder, [person(i) for i in range(n)], [account(i, "") for i in range(n)],
            ["policy: {waivers: waivers.csv, links: links.csv}"])
    write(folder, "waivers.csv", "rule,target,subject,reason,approved_by,valid_until",
          (f"orphan-account,S,u{i:06d},r,X,2027-01-01" for i in range(0, n, 2)))
    write(folder, "links.csv", "system,user_id,person_id,note", (f"S,u{i:06d},{number(i)}," for i in range(0, n, 3)))


@case(1000)
def systems_of_a_register(folder, n):
    project(folder, [person(i, department=f"D{i}") for i in range(n)], [account(0, number(0))],
            ["register: {systems: register.csv}", "policy: {conflicts: conflicts.csv}"])
    write(folder, "register.csv", "system,owner,manager", (f"T{i},D{i},{number(i)}" for i in range(n)))
    write(folder, "conflicts.csv", "system_a,role_a,system_b,role_b,reason",
          (f"T{i},a,T{(i + 1) % n},b," for i in range(n)))


def run(tenko, function, n):
    """CPU seconds of a run over the case of n."""
    with tempfile.TemporaryDirectory(prefix="tenko-growth-") as folder:
        function(folder, n)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([tenko, "run", "--no-ledger", "--quiet", "--format", "csv,jsonl,html"], cwd=folder,
                              capture_output=True, text=True, timeout=1800)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode:
            sys.exit(f"{function.__name__} {n}: exit {done.returncode}\n{done.stderr[:2000]}")
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def grows(tenko, name, least):
    """Does the case cost more than n log n in every trial?"""
    size, function = CASES[name]
    for _ in range(TRIALS):
        small = max(run(tenko, function, size) - least, FLOOR)
        large = run(tenko, function, 10 * size) - least
        print(f"{name}: {size} in {small:.2f} s, {10 * size} in {large:.2f} s", flush=True)
        if large <= FACTOR * small:
            return False
    return True


def main():
    tenko, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:] or list(CASES)
    least = min(run(tenko, CASES["waivers_and_links"][1], 1) for _ in range(TRIALS))
    worse = [name for name in wanted if grows(tenko, name, least)]
    if worse:
        sys.exit(f"grows faster than n log n: {', '.join(worse)}")


if __name__ == "__main__":
    main()
