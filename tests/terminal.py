#!/usr/bin/env python3
"""Progress is shown on a terminal while a list comes slowly, on one line that is gone afterwards, and nowhere else.

    terminal.py TENKO
"""
import os, pty, subprocess, sys, tempfile, threading, time

LINE_GONE = b"\r\x1b[K"


def feed(path):
    """A roster that takes two seconds."""
    with open(path, "w", encoding="utf-8") as f:
        f.write("職員番号,氏名\n")
        for part in range(8):
            f.writelines(f"{part * 5000 + i:06},職員\n" for i in range(5000))
            f.flush()
            time.sleep(0.25)


def run(tenko, stderr):
    with tempfile.TemporaryDirectory() as folder:
        os.mkfifo(os.path.join(folder, "roster.csv"))
        with open(os.path.join(folder, "tax.csv"), "w", encoding="utf-8") as f:
            f.write("利用者ID,職員番号\nt1,000001\n")
        writer = threading.Thread(target=feed, args=(os.path.join(folder, "roster.csv"),))
        writer.start()
        words = [tenko, "check", "--roster", "roster.csv", "--system", "t=tax.csv", "--lang", "en"]
        process = subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=stderr)
        out = process.communicate()[0].decode()
        writer.join()
        assert process.returncode == 0 and "rows read 40000" in out, out
        assert "\x1b" not in out


def on_terminal(tenko):
    reader, terminal = pty.openpty()
    seen = bytearray()

    def listen():
        try:
            while part := os.read(reader, 4096):
                seen.extend(part)
        except OSError:
            pass  # the last one that had the terminal open is gone
    listener = threading.Thread(target=listen)
    listener.start()
    try:
        run(tenko, terminal)
    finally:  # or the listener would wait for ever
        os.close(terminal)
        listener.join()
    lines = bytes(seen).split(LINE_GONE)
    assert len(lines) >= 3 and lines[0] == b"" and "roster" in lines[1].decode(), seen
    assert lines[-1] == b"", "the line stays"
    assert b"\n" not in seen, "it is more than a line"
    return len(lines) - 2


def into_a_file(tenko):
    with tempfile.TemporaryFile() as f:
        run(tenko, f)
        f.seek(0)
        assert f.read() == b"", "progress in a file"


def main():
    tenko = os.path.abspath(sys.argv[1])
    shown = on_terminal(tenko)
    into_a_file(tenko)
    print(f"progress on a terminal ({shown} times), none in a file")
    return 0


if __name__ == "__main__":
    sys.exit(main())
