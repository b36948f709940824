#!/usr/bin/env python3
"""What becomes of answers that servers seldom give: each case scripts a server and says what is read of it. (What real servers
answer is in the other tests here, what must not go on for ever in faults.sh.)

    answers.py LDAP_ROWS
"""
import os, socket, struct, subprocess, sys, threading

from misbehaving import PAGED, Client, ber, elements, integer, octets, read_ber, result

ROWS = os.path.abspath(sys.argv[1])
SCOPE_BASE, SEARCH_DONE = 0, 0x65


def entry(dn, **attributes):
    """An entry's message; in a name of an attribute _ stands for - and __ for ;"""
    named = {name.replace("__", ";").replace("_", "-"): values for name, values in attributes.items()}
    return ber(0x64, octets(dn) + ber(0x30, *(ber(0x30, octets(n), ber(0x31, *(octets(v) for v in values))) for n, values in named.items())))


def person(uid, **more):
    return entry(f"uid={uid},dc=example", **{"uid": [uid], "cn": [uid], "objectClass": ["person"]} | more)


class Scripted(Client):
    def bind(self, msgid):
        said = self.server.bind
        self.send(msgid, said if isinstance(said, bytes) else result(0x61, said))

    def extended(self, msgid, operation):
        said = self.server.starttls if operation.endswith(".20037") else self.server.whoami
        if said is not None:
            return self.send(msgid, said)
        super().extended(msgid, operation)

    def search(self, msgid, op, controls):
        base, scope = op[0][1].decode(errors="replace"), op[1][1][-1]
        names_only, wanted = op[5][1] != b"\x00", [v.decode() for _, v in elements(op[7][1])]
        self.server.bases.append(base)
        if base == "":
            if self.server.root is not None:
                self.send(msgid, entry("", **self.server.root))
            return self.done(msgid)
        if names_only:
            for answer in self.server.sample:
                self.send(msgid, answer)
            return self.done(msgid)
        if wanted and ";range=" in wanted[0]:
            answers = self.server.ranges
        elif scope == SCOPE_BASE:
            answers = self.server.by_dn.get(base, [result(SEARCH_DONE, 32)])
        elif "objectSid" in wanted:
            answers = self.server.groups
        else:
            answers = self.server.answers
        if callable(answers):
            answers = answers(wanted)
        if answers is None:
            return self.connection.shutdown(socket.SHUT_RDWR)
        for answer in answers:
            self.send(msgid, answer)
        if not answers or answers[-1][0] != SEARCH_DONE:
            self.done(msgid, self.server.cookie)

    def done(self, msgid, cookie=b"", code=0, words=""):
        self.connection.sendall(ber(0x30, integer(msgid), result(SEARCH_DONE), ber(0xA0, ber(0x30, octets(PAGED), octets(cookie or ber(0x30, integer(0), octets("")))))))


class Case:
    """A server, as far as the case says how it is."""

    def __init__(self, answers=(), port=0, **how):
        self.answers, self.cookie, self.ranges, self.by_dn, self.groups, self.root, self.sample = answers, b"", [], {}, [], {}, []
        self.bind, self.starttls, self.whoami, self.bases, self.closes = 0, None, None, [], False
        self.__dict__.update(how)
        self.listener = socket.socket()
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.listener.bind(("127.0.0.1", port))
        self.listener.listen(8)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def note(self, text):
        pass

    def serve(self):
        while True:
            try:
                connection = self.listener.accept()[0]
            except OSError:
                return
            if self.closes:
                connection.close()
            else:
                Scripted(self, connection).start()

    def read(self, *options, status=0, scheme="ldap", more_urls=""):
        words = [ROWS, "--facts", f"url={scheme}://127.0.0.1:{self.port}{more_urls}", "timeout_s=5", *options]
        if not any(o.startswith("base=") for o in options) and "--probe" not in options:
            words.append("base=dc=example")
        words = [w for w in words if w != "base="]  # none at all
        if not any(o.startswith("schema=") for o in options) and "--probe" not in options:
            words.append("schema=openldap")
        done = subprocess.run(words, capture_output=True, timeout=60, env={"PATH": os.environ["PATH"], "DIRECTORY_PASSWORD": "secret"})
        out, err = done.stdout.decode(errors="backslashreplace"), done.stderr.decode(errors="backslashreplace")
        assert done.returncode == status, f"{options}: exit {done.returncode}, not {status}: {out} {err}"
        assert err.count("\n") == (status != 0), f"{options}: one message: {err}"
        self.listener.close()
        return Read(out, err)


class Read:
    def __init__(self, out, err):
        self.text, self.err = out, err
        lines = [l for l in out.split("\n") if l]
        self.notes = [l for l in lines if l.startswith("# ")]
        table = [l.split("\t") for l in lines if not l.startswith("# ")]
        self.rows = [dict(zip(table[0], row)) for row in table[1:]] if table else []

    def column(self, name):
        return [row[name] for row in self.rows]

    def has(self, *texts):
        for text in texts:
            assert (text.lstrip("!") in self.text + self.err) != text.startswith("!"), f"{text!r}: {self.text}{self.err}"
        return self


def equal(found, wanted):
    assert found == wanted, f"{found!r} is not {wanted!r}"


def refused(code, words="", referrals=()):
    more = ber(0xA3, *(octets(r) for r in referrals)) if referrals else b""
    return ber(SEARCH_DONE, integer(code, 10), octets(""), octets(words), more)


def test_what_cannot_be_read():
    """Half an answer is none: the source fails, with the server's name."""
    unread = ((person("a"), ber(SEARCH_DONE, b"\x0a")), (ber(0x64, b"\x04"),), (ber(0x64, octets("uid=a,dc=example"), ber(0x30, b"\x04\x7f")),),
              (ber(0x64, octets("uid=a,dc=example"), ber(0x30, ber(0x30, octets("uid"), b"\x31\x7f"))),), (person("a"), ber(0x73)))  # a result; an entry's name, its attributes, one's values; a reference
    for answers in unread:
        Case(answers).read(status=3).has("127.0.0.1")
    Case([person("a")], cookie=b"\x30\x7f").read(status=3).has("127.0.0.1")  # whether there is another page


def test_refusals_of_a_search():
    """The server's words are told on one line, a referral with its address."""
    Case([refused(50, "no\n way\x7f\x01")]).read(status=3).has("no  way  ")
    Case([refused(10, "elsewhere", ["ldap://other.example/dc=example"])]).read(status=3).has("ldap://other.example/dc=example")
    Case([refused(10, "ask another one")]).read(status=3).has("ask another one")


def test_references():
    """Parts of the directory that lie elsewhere are counted, also one without address; what else a server says is passed over."""
    equal(Case([ber(0x79), person("a"), ber(0x79, octets("1.2.3", 0x80))]).read().column("user_id"), ["a"])
    read = Case([person("a"), ber(0x73, octets("ldap://b.example/")), ber(0x73, octets("")), ber(0x73, b"\x04\x7f")]).read()
    read.has("fact ldap-fact-referrals: 3: ldap://b.example/")
    equal(read.column("user_id"), ["a"])


def test_ranges():
    """A long attribute comes in pieces, two of them in one entry too; pieces that do not come are a failure."""
    ranged = {"mail__range=0-0": ["a@x"], "memberOf__range=0-0": ["cn=g1,dc=example"]}
    rest = {"mail": person("a", **{"mail__range=1-*": ["b@x"]}), "memberOf": person("a", **{"memberOf__range=1-*": ["cn=g2,dc=example"], "cn": ["a"]})}
    read = Case([person("a", **ranged)], ranges=lambda wanted: [rest[wanted[0].split(";")[0]]]).read()
    equal(read.column("email"), ["a@x|b@x"])
    equal(sorted(read.rows[0]["role"].split("|")), ["cn=g1,dc=example", "cn=g2,dc=example"])
    # the server has no more than it said; it may also send the rest in two pieces
    equal(Case([person("a", **ranged)], ranges=[person("a", **{"mail__range=1-*": []})]).read().column("email"), ["a@x"])
    pieces = iter([person("a", **{"mail__range=1-1": ["b@x"]}), person("a", **{"mail__range=2-*": ["c@x"]})])
    equal(Case([person("a", **{"mail__range=0-0": ["a@x"]})], ranges=lambda wanted: [next(pieces)]).read().column("email"), ["a@x|b@x|c@x"])
    for answers in ([refused(50, "no")], None, [ber(0x64, b"\x04")], [ber(0x64, octets("uid=a,dc=example"), ber(0x30, b"\x04\x7f"))]):
        Case([person("a", **ranged)], ranges=answers).read(status=3)
    # what only looks like a range is another option, and its value a value
    for options in ("range=all", "range=0", "range=" + "1" * 60, "x__range"):
        equal(Case([person("a", **{"mail__" + options: ["a@x"]})]).read().column("email"), ["a@x"])


AD_ROOT = {"rootDomainNamingContext": ["dc=example"], "defaultNamingContext": ["dc=example"], "namingContexts": ["cn=schema,dc=example", "dc=example", "ou=staff,dc=example", "dc=other"], "domainControllerFunctionality": ["7"],
           "dnsHostName": ["dc1.example"]}


def test_what_a_server_is():
    """By its root: Active Directory, OpenLDAP and 389 Directory Server; what says nothing is none of them."""
    for root, server, schema in ((AD_ROOT, "Microsoft Active Directory functional level 7 dc1.example", "ad"), (AD_ROOT | {"vendorName": ["Samba Team"]}, "Samba Team functional level 7 dc1.example", "ad"),
                                 ({"objectClass": ["top", "OpenLDAProotDSE"], "namingContexts": ["dc=example"]}, "OpenLDAP", "openldap"),
                                 ({"objectClass": ["top", "OpenLDAProotDSE"], "vendorName": ["Symas"], "namingContexts": ["dc=example"]}, "Symas", "openldap"),
                                 ({"objectClass": ["aaaaaaaaaaaaaaa"], "vendorName": ["389 Project"], "vendorVersion": ["389-Directory/2.3"], "namingContexts": ["dc=example"]}, "389 Project 389-Directory/2.3", "389ds"),
                                 ({"vendorName": ["Acme"], "vendorVersion": ["389"], "namingContexts": ["dc=example"]}, "Acme 389", "none"), ({"vendorName": [], "vendorVersion": ["2.4.1"], "namingContexts": ["dc=example"]}, "2.4.1", "none")):
        Case(root=root).read("--probe").has(f"server {server}\nschema {schema}\n", "base dc=example\n")
    Case(root=AD_ROOT).read("--probe").has("context dc=example\ncontext cn=schema,dc=example\ncontext ou=staff,dc=example\ncontext dc=other\n")
    Case(root=AD_ROOT).read("--probe", "base=ou=staff,dc=example", "filter=(uid=*)").has("base ou=staff,dc=example\n")
    Case().read("--probe", status=3)
    Case(root=None).read("--probe", status=3)
    Case().read("--probe", "scope=sideways", status=2).has("scope")


def sid(*parts, revision=1, count=None):
    return bytes([revision, len(parts) if count is None else count, 0, 0, 0, 0, 0, 5]) + struct.pack(f"<{len(parts)}I", *parts)


def test_groups_of_active_directory():
    """Groups are looked for in the naming context around the base; the primary group is found by the last part of its identifier, or is one that every domain has."""
    group = lambda name, **more: entry(f"cn={name},dc=example", **more)
    groups = [group("sales", objectSid=[sid(21, 1, 2, 3, 1105)], memberOf=["cn=all,dc=example"]), group("short", objectSid=[b"\1\1\0"]), group("old", objectSid=[sid(21, 1106, revision=2)]), group("none", objectSid=[sid(count=0) + bytes(4)]),
              group("many", objectSid=[sid(*range(16))]), group("cut", objectSid=[sid(21, 1107, count=3)]), group("empty", objectSid=[], gidNumber=[])]
    people = [person(name, sAMAccountName=[name], primaryGroupID=[number]) for name, number in (("a", "1105"), ("b", "513"), ("c", "512"), ("d", "1106"), ("e", ""))]
    case = Case(people, groups=groups, root=AD_ROOT)
    read = case.read("schema=ad", "base=ou=it,ou=staff,dc=example")
    roles = {row["user_id"]: set(row["role"].split("|")) for row in read.rows}
    equal(roles["a"], {"cn=sales,dc=example", "cn=all,dc=example"})
    equal((roles["b"], roles["d"], roles["e"]), ({""}, {""}, {""}))
    assert len(roles["c"]) == 1 and "Domain Admins" in min(roles["c"]), roles
    assert "ou=staff,dc=example" in case.bases, case.bases
    case = Case(people, groups=groups, root=AD_ROOT | {"namingContexts": ["ou=staff,dc=example", "dc=example", ""], "defaultNamingContext": []})
    case.read("schema=ad", "base=ou=it,ou=staff,dc=example")
    assert "ou=staff,dc=example" in case.bases and "dc=example" not in case.bases, case.bases
    case = Case(people, groups=groups, root=AD_ROOT | {"namingContexts": ["dc=other"], "defaultNamingContext": []})  # none is around it
    case.read("schema=ad", "base=ou=it,dc=example")
    assert case.bases.count("ou=it,dc=example") >= 2, case.bases
    Case(people, groups=[refused(50, "not you")], root=AD_ROOT).read("schema=ad").has("roles in doubt 1 ldap-groups-unread", "fact ldap-fact-groups-fault:", "not you")
    Case([person("a", sAMAccountName=["a"])], root=AD_ROOT).read("schema=ad").has("roles in doubt", "ldap-primary-hidden")
    Case([], root=AD_ROOT).read("schema=ad", "min_entries=0").has("!ldap-primary-hidden")


def test_groups_elsewhere():
    """Without a schema the groups below group_base are the roles; a group that may not be seen is in nothing."""
    groups = [entry("cn=g,dc=example", member=["uid=a,dc=example"], memberUid=["b"], gidNumber=["100"]), entry("cn=h,dc=example", uniqueMember=["cn=g,dc=example"])]
    people = [person("a"), person("b"), person("c", gidNumber=["100"]), person("d", gidNumber=["101"])]
    read = Case(people, groups=groups).read("--want", "user_id=uid", "schema=none", "group_base=ou=groups,dc=example")
    equal([set(r.split("|")) for r in read.column("role")], [{"cn=g,dc=example", "cn=h,dc=example"}] * 3 + [{""}])
    read = Case([person("a", title=["chief"])], groups=groups).read("--want", "user_id=uid", "--want", "role=title", "schema=none", "group_base=ou=groups,dc=example")
    equal(set(read.column("title")[0].split("|")), {"chief", "cn=g,dc=example", "cn=h,dc=example"})
    Case(people, groups=[refused(50, "not you")]).read("group_base=ou=groups,dc=example", status=3).has("not you")
    member = ["cn=seen,dc=example", "cn=hidden,dc=example", "ipaUniqueID=1,dc=example", b"cn=\xff,dc=example"]
    read = Case([person("a", memberOf=member)], by_dn={"cn=seen,dc=example": [entry("cn=seen,dc=example", memberOf=["cn=above,dc=example"])]}).read()
    equal(set(read.column("role")[0].split("|")), {"cn=seen,dc=example", "cn=hidden,dc=example", "cn=above,dc=example"})


def test_people_behind_names():
    """Who answers for somebody is named by a DN: that entry's number, else its own name; what is no name stands as it is."""
    managers = {"m1": "uid=m,dc=example", "m2": "cn=Suzuki\\, Ichiro,dc=example", "m3": "Suzuki", "m4": b"\xff\xfe", "m5": "cn=\\ff\\fe,dc=example", "m6": "uid=m,dc=example", "m7": "uid=none,dc=example", "m8": "uid=empty,dc=example", "m9": "cn=,dc=example"}
    people = [person(uid, manager=[dn], employeeNumber=[uid]) for uid, dn in managers.items()]
    known = {"uid=m,dc=example": [person("m", employeeNumber=["007"])], "uid=none,dc=example": [person("none")], "uid=empty,dc=example": [person("empty", employeeNumber=[""])]}
    case = Case(people, by_dn=known)
    read = case.read("--people", "--want", "manager=manager")
    equal(read.column("manager"), ["007", "Suzuki, Ichiro", "Suzuki", "", "", "007", "none", "empty", "cn=,dc=example"])
    equal(case.bases.count("uid=m,dc=example"), 1)
    read.has("ldap-binary, ldap-left-empty: manager (2 B) (uid=m4,dc=example)")
    read = Case([person("a", owner=["uid=m,dc=example"])], by_dn=known).read("--want", "owner=owner", "--want", "user_id=uid", "schema=none")  # no number is asked for
    equal(read.column("owner"), ["m"])
    read = Case([person("a", owner=["uid=m,dc=example", "uid=m,dc=example", "Suzuki"])], by_dn=known).read("--want", "members=owner", "--want", "person_id=employeeNumber")
    equal(set(read.column("owner")[0].split("|")), {"007", "Suzuki"})


def test_columns():
    """A column that is asked for by the schema's own name is that one; one attribute for two fields is one column; adminCount is a hint where roles are named."""
    read = Case([person("a", mail=["a@x"], ou=["Tax"])]).read("--want", "department=department", "--want", "email=mail", "--want", "login=mail")
    equal((read.column("department"), read.column("mail")), (["Tax"], ["a@x"]))
    for options, value in (((), "yes"), (("--privileged-roles",), "")):
        equal(Case([person("a", sAMAccountName=["a"], adminCount=["1"])], root=AD_ROOT).read("schema=ad", "--want", "privileged=adminCount", *options).column("adminCount"), [value])
    assert "privileged" not in Case([person("a", sAMAccountName=["a"])], root=AD_ROOT).read("schema=ad", "--privileged-roles").rows[0], "adminCount of the schema"
    Case([person("a")]).read("filter=", "--want", "privileged=title", "--privileged-roles").has("a")
    bare = entry("uid=b,dc=example", uid=["b"], cn=["b"])  # without a class
    read = Case([person("a", **{"cn__": ["x"], "displayName__lang": ["y"], "displayName__lang-ja__x-b": ["z"]}), bare]).read()
    equal(read.column("user_id"), ["a", "b"])
    Case([]).read("--want", "department=ou", "min_entries=0")


def test_logging_in():
    """Of several servers one that is busy or down is passed over; a wrong password is not tried elsewhere."""
    simple = ("bind=simple", "bind_dn=cn=reader", "password_env=DIRECTORY_PASSWORD")
    for code in (51, 52):
        Case([person("a")], bind=code).read(*simple, more_urls=f" ldap://127.0.0.1:{Case([person('b')]).port}").has("\nb\t")
        Case([person("a")], bind=code).read(*simple, status=3)
        Case([person("a")], bind=result(0x61, code, "come back later")).read(*simple, status=3, more_urls=" ldap://127.0.0.1:1").has("come back later")
    Case(bind=49).read(*simple, status=3, more_urls=f" ldap://127.0.0.1:{Case([person('b')]).port}")
    Case(bind=ber(0x61, b"\x0a")).read(*simple, status=3)
    Case(bind=ber(0x61, b"\x0a")).read(*simple, more_urls=f" ldap://127.0.0.1:{Case([person('b')]).port}").has("\nb\t")
    for whoami, said in ((ber(0x78, integer(0, 10), octets(""), octets(""), octets("dn:cn=reader,dc=example", 0x8B)), "dn:cn=reader,dc=example"), (ber(0x78, integer(0, 10), octets(""), octets("")), "cn=reader"), (ber(0x78, b"\x0a"), "cn=reader"), (None, "cn=reader")):
        Case([person("a")], whoami=whoami).read(*simple).has(f"fact ldap-fact-identity: {said}\n")
    Case([person("a")]).read().has("fact ldap-fact-identity: anonymous\n")


def test_tls_that_is_none():
    """A server that refuses TLS, answers nonsense or hangs up is named with what it said."""
    for starttls in (result(0x78, 52, "no certificate here"), ber(0x78, b"\x0a"), None):
        Case([person("a")], starttls=starttls).read("starttls=true", status=3).has("127.0.0.1")
    Case(closes=True).read(scheme="ldaps", status=3).has("ldaps://127.0.0.1")
    Case(closes=True).read(status=3)


def test_where_to_look():
    """Without a base or a server nothing is asked; a global catalog is one by its port; FreeIPA's second view is read where base asks for it."""
    Case().read("base=", status=2).has("base")
    done = subprocess.run([ROWS, "base=dc=example"], capture_output=True, text=True)
    equal((done.returncode, "no address of a directory" in done.stderr), (2, True))
    for url, status in (("ldap://127.0.0.1:/", 2), ("ldap://127.0.0.1:x", 2), ("ldap://127.0.0.1:1x", 2), ("ldap://localhost:1/", 3), ("ldap://localhostx:1", 2), ("ldap://localhost.example:1", 2)):
        done = subprocess.run([ROWS, "url=" + url, "base=dc=example", "bind=simple", "bind_dn=cn=reader", "password_env=DIRECTORY_PASSWORD"], capture_output=True, text=True, env={"DIRECTORY_PASSWORD": "secret"})
        equal((url, done.returncode), (url, status))
    for port, is_catalog in ((3268, True), (3269, True), (32680, False), (3267, False)):
        try:
            case = Case([person("a")], port=port)
        except OSError:
            continue  # another program has it
        case.read().has(("" if is_catalog else "!") + "ldap-catalog")
    view = [entry(f"uid={u},cn=users,cn=compat,dc=example", uid=[u], cn=[u], objectClass=["person"]) for u in "ab"]
    for base, count in (("dc=example", 0), ("cn=compat,dc=example", 2), ("cn=users,cn=compat,dc=example", 2), ("CN=Users,CN=Compat,dc=example", 2)):
        equal(len(Case(view).read(f"base={base}", "min_entries=0").rows), count)


def test_states():
    """A state that is no text is none, one that says disabled is enough, and a flag means what the configuration says of it."""
    for values, state in ((["false"], "enabled"), (["false", "false"], "enabled"), (["false", "TRUE"], "disabled"), ([b"\xff"], ""), ([b"\xff", "false"], "enabled")):
        equal(Case([person("a", nsAccountLock=values)]).read("schema=389ds").column("status"), [state])
    Case([], root={}).read("schema=389ds", "min_entries=0").has("!ldap-state-unseen")
    for value in ("open", "locked out"):
        equal(Case([person("a", myFlag=[value])]).read("--want", "status=myFlag").column("myFlag"), [value])
    Case([person("a", myFlag=["TRUE"])]).read("--want", "status=myFlag", status=2)
    equal(Case([person("a", myFlag=["TRUE"])]).read("--state-values", "--want", "status=myFlag").column("myFlag"), ["TRUE"])


def test_what_is_nobody():
    """Contacts are no accounts; a role that two attributes have is one."""
    contact = entry("cn=c,dc=example", cn=["c"], uid=["c"], objectClass=["top", "contact"])
    read = Case([person("a", nsRole=["cn=r,dc=example", "cn=s,dc=example"], memberOf=["cn=r,dc=example"]), contact]).read("schema=389ds").has("fact ldap-fact-no-people: 1")
    equal((read.column("user_id"), sorted(read.column("role")[0].split("|"))), (["a"], ["cn=r,dc=example", "cn=s,dc=example"]))


if __name__ == "__main__":
    failed = 0
    for name, test in sorted(globals().items()):
        if name.startswith("test_"):
            try:
                test()
            except AssertionError as why:
                failed += 1
                print(f"{name}: {why}")
    sys.exit(1 if failed else 0)
