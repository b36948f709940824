#!/usr/bin/env python3
"""A directory that misbehaves in one way, for the tests: misbehaving.py MANNER[:NUMBER] PORT_FILE LOG_FILE.

It speaks as much of RFC 4511 and RFC 2696 as a search needs, listens on a free loopback port, writes the port into
PORT_FILE when it does, and a line into LOG_FILE for every connection, login and search.
"""
import os
import socket
import sys
import threading
import time

PAGED = b"1.2.840.113556.1.4.319"


def ber(tag, *parts):
    body = b"".join(parts)
    n = len(body)
    length = bytes([n]) if n < 128 else bytes([0x80 | len(size := n.to_bytes((n.bit_length() + 7) // 8, "big"))]) + size
    return bytes([tag]) + length + body


def integer(n, tag=2):
    return ber(tag, n.to_bytes(n.bit_length() // 8 + 1, "big"))


def octets(text, tag=4):
    return ber(tag, text if isinstance(text, bytes) else text.encode())


def read_ber(data, at=0):
    """(tag, body, end) of the element at `at`."""
    tag, n, at = data[at], data[at + 1], at + 2
    if n & 0x80:
        size = n & 0x7F
        n, at = int.from_bytes(data[at:at + size], "big"), at + size
    return tag, data[at:at + n], at + n


def elements(body):
    at, found = 0, []
    while at < len(body):
        tag, value, at = read_ber(body, at)
        found.append((tag, value))
    return found


def entry(name, **more):
    attributes = {"uid": [name], "cn": [name], "objectClass": ["person"], **more}
    return octets(f"uid={name},dc=example") + ber(0x30, *(
        ber(0x30, octets(name), ber(0x31, *(octets(v) for v in values))) for name, values in attributes.items()))


def result(tag, code=0, words=""):
    return ber(tag, integer(code, 10), octets(""), octets(words))


class Client(threading.Thread):
    def __init__(self, server, connection):
        super().__init__(daemon=True)
        self.server, self.connection, self.rest = server, connection, b""

    def send(self, msgid, op, cookie=None):
        controls = b""
        if cookie is not None:
            controls = ber(0xA0, ber(0x30, octets(PAGED), octets(ber(0x30, integer(0), octets(cookie)))))
        try:
            self.connection.sendall(ber(0x30, integer(msgid), op, controls))
        except (BrokenPipeError, ConnectionResetError):
            pass  # nobody reads on

    def entries(self, msgid, uids, **more):
        for uid in uids:
            self.send(msgid, ber(0x64, entry(uid, **more)))

    def done(self, msgid, cookie=b"", code=0, words=""):
        self.send(msgid, result(0x65, code, words), cookie)

    def receive(self):
        while True:
            try:
                _, body, end = read_ber(self.rest)
                if end <= len(self.rest):
                    self.rest = self.rest[end:]
                    return body
            except IndexError:
                pass
            more = self.connection.recv(65536)
            if not more:
                return None
            self.rest += more

    def run(self):
        self.server.note("connect")
        while (body := self.receive()) is not None:
            parts = elements(body)
            msgid, (tag, op) = int.from_bytes(parts[0][1], "big"), parts[1]
            if tag == 0x60:
                self.server.note("bind")
                self.bind(msgid)
            elif tag == 0x63:
                self.search(msgid, elements(op), parts[2:])
            elif tag == 0x77:
                self.extended(msgid, elements(op)[0][1].decode())
            elif tag == 0x42:
                return

    def bind(self, msgid):
        self.send(msgid, result(0x61))

    def extended(self, msgid, operation):
        self.send(msgid, result(0x78, 2, "no such operation"))

    def search(self, msgid, op, controls):
        base, page = op[0][1].decode(), None
        for tag, body in controls:
            for _, control in elements(body):
                fields = elements(control)
                if fields[0][1] == PAGED:
                    page = elements(read_ber(fields[-1][1])[1])[1][1]
        names_only = op[5][1] != b"\x00"
        wanted = [value.decode() for _, value in elements(op[7][1])]
        if base == "" or names_only:
            return self.done(msgid)
        self.server.note(f"search {base}")
        getattr(self, self.server.manner)(msgid, page, wanted)

    # --- manners ---

    def same_page_for_ever(self, msgid, page, wanted):
        self.entries(msgid, ["a", "b"])
        self.done(msgid, b"again")

    def two_pages_for_ever(self, msgid, page, wanted):
        self.entries(msgid, ["a"] if page != b"1" else ["b"])
        self.done(msgid, b"1" if page != b"1" else b"2")

    def empty_pages_for_ever(self, msgid, page, wanted):
        self.done(msgid, str(int(page or b"0") + 1).encode())

    def empty_first_page(self, msgid, page, wanted):
        if page == b"":
            return self.done(msgid, b"1")
        self.entries(msgid, ["a", "b"])
        self.done(msgid)

    def one_cookie(self, msgid, page, wanted):
        """As 389 Directory Server does: the cookie names the search, not the place."""
        self.server.pages += 1
        self.entries(msgid, [f"{self.server.pages}-{i}" for i in range(3)])
        self.done(msgid, b"" if self.server.pages == 4 else b"0")

    def one_entry_twice(self, msgid, page, wanted):
        self.entries(msgid, ["b", "c"] if page else ["a", "b"])
        self.done(msgid, b"" if page else b"1")

    def limit_in_the_middle(self, msgid, page, wanted):
        self.entries(msgid, ["a", "b"])
        self.done(msgid, b"", 4, "no more than two a day")

    def no_paging(self, msgid, page, wanted):
        if page is not None:
            return self.send(msgid, result(0x65, 12, "unknown control"))
        self.entries(msgid, ["a", "b"])
        self.done(msgid)

    def ignores_paging(self, msgid, page, wanted):
        self.entries(msgid, ["a", "b", "c"])
        self.send(msgid, result(0x65))

    def hangs_up(self, msgid, page, wanted):
        self.entries(msgid, ["a"])
        self.connection.sendall(ber(0x30, integer(0), ber(
            0x78, integer(52, 10), octets(""), octets("going down for the night"),
            octets("1.3.6.1.4.1.1466.20036", 0x8A))))
        time.sleep(0.2)
        self.connection.shutdown(socket.SHUT_RDWR)
        self.connection.close()

    def same_range_for_ever(self, msgid, page, wanted):
        if wanted and wanted[0].startswith("memberOf;range="):
            self.send(msgid, ber(0x64, entry("a", **{"memberOf;range=0-1": ["cn=x", "cn=y"]})))
            return self.done(msgid)
        self.send(msgid, ber(0x64, entry("a", **{"memberOf;range=0-1": ["cn=x", "cn=y"]})))
        self.done(msgid)

    def group_in_ranges(self, msgid, page, wanted):
        """As Active Directory does: the attribute is there without values beside its ranges."""
        members = [f"uid={uid},dc=example" for uid in "abc"]
        if wanted[0].startswith("member;range="):
            self.send(msgid, ber(0x64, entry("g", uid=[], cn=[], objectClass=[], **{"member;range=2-*": members[2:]})))
        elif wanted[0] == "memberOf":
            self.send(msgid, ber(0x64, entry("g", **{"member": [], "member;range=0-1": members[:2]})))
        else:
            self.entries(msgid, ["a", "b", "c", "d"])
        self.done(msgid)

    # --- values that no directory should have, and some that only look so ---

    def odd_values(self, msgid, page, wanted):
        lang = {"cn;lang-ja": ["佐藤 花子"], "cn;lang-en": ["Hanako"], "cn;lang-ja;phonetic": ["さとう はなこ"], "cn;x-other": ["x"]}
        for uid, more in (
                ("a", lang | {"mail": ["a@example", "b@example"], "ou": ["Tax\nOffice", "IT"]}),
                ("b", {"uid": ["other", "b"], "employeeNumber": [""], "employeeType": [b"\xff\xfe"]}),
                ("c", {"cn": [], "cn;lang-en": ["Carol"], "displayName": [b"a\0b"], "createTimestamp": ["never " * 60]}),
                ("d", {"nsAccountLock": ["false", "true"], "lastLoginTime": ["20260102000000Z", "20260301000000Z", "20250101000000Z", "soon"]}),
                ("e", {"objectClass": ["top", "computer"]}),
                ("f", {"objectClass": ["groupOfNames"]}),
                ("g", {"isDeleted": ["TRUE"]}), ("h", {"isDeleted": ["FALSE"]}),
                ("j", {"cn": [], "displayName": [b"\xff"], "pwdUpdateTime": [b"\xff"], "krbLastPwdChange": ["20260301000000Z"]}),
                ("k", {"cn": [b"\xff", "Kay", b"\xfe"]}),
                ("trust$", {"sAMAccountName": ["TRUST$"], "userAccountControl": ["2080"]}),
                ("typed$", {"sAMAccountName": ["TYPED$"], "sAMAccountType": ["805306370"]}),
                ("user", {"sAMAccountName": ["user"], "sAMAccountType": ["805306368"], "userAccountControl": ["66048"]}),
                ("i", {"nsRole": ["cn=a,dc=example", "cn=b,dc=example", b"cn=\xff,dc=example"], "memberOf": ["cn=a,dc=example"]})):
            self.send(msgid, ber(0x64, entry(uid, **more)))
        self.done(msgid)

    def odd_state(self, msgid, page, wanted):
        self.entries(msgid, ["a"], myFlag=["TRUE"])
        self.done(msgid)

    # --- at a limit, or one beyond it: the number says how much ---

    def empty_pages(self, msgid, page, wanted):
        """So many empty pages, then one with an entry."""
        before = int(page or b"0")
        if before < self.server.number:
            return self.done(msgid, str(before + 1).encode())
        self.entries(msgid, ["a"])
        self.done(msgid)

    def long_value(self, msgid, page, wanted):
        self.entries(msgid, ["a"], description=["x" * self.server.number])
        self.done(msgid)

    def long_message(self, msgid, page, wanted):
        """A message of so many bytes behind its length, in values that are all short enough."""
        value = b"x" * (1 << 19)
        values = [value] * (self.server.number // len(octets(value)) - 1)
        message = lambda: ber(0x30, integer(msgid), ber(0x64, entry("a", jpegPhoto=values)))
        left = self.server.number + len(ber(0, bytes(1 << 24))) - (1 << 24) - len(message())
        values.append(b"x" * (left - len(octets(value)) + len(value)))
        try:
            self.connection.sendall(message())
        except BrokenPipeError:
            return  # nobody reads on
        self.done(msgid)

    def no_message(self, msgid, page, wanted):
        self.connection.sendall(b"\x30\x8f" + bytes(20))  # a length of fifteen bytes

    def many_referrals(self, msgid, page, wanted):
        self.entries(msgid, ["a"])
        for i in range(self.server.number):
            self.send(msgid, ber(0x73, octets(f"ldap://host{i + 1}/")))
        self.done(msgid)

    def slowly(self, msgid, page, wanted):
        for i in range(150):
            self.entries(msgid, [f"u{i}"])
            time.sleep(0.02)
        self.done(msgid)


class Server:
    def __init__(self, manner, log):
        self.manner, _, number = manner.partition(":")
        self.log, self.pages, self.number = log, 0, int(number or 0)

    def note(self, text):
        with open(self.log, "a", encoding="utf-8") as out:
            out.write(text + "\n")


def main():
    manner, port_file, log = sys.argv[1:]
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(8)
    server = Server(manner, log)
    with open(port_file + ".new", "w", encoding="utf-8") as out:
        out.write(str(listener.getsockname()[1]))
    os.rename(port_file + ".new", port_file)
    while True:
        Client(server, listener.accept()[0]).start()


if __name__ == "__main__":
    main()
