"""The servers that a field case needs: a case with LDIF files is a directory case.

slapd is started on a free loopback port with the case's LDIF, the schema of Active Directory where the case speaks of
sAMAccountName, and the case's *.conf (the first, of several) in the database section; its address stands for @A@ in the yaml files.
"""
import contextlib, glob, json, os, shutil, socket, subprocess, time

SLAPD, SLAPADD = "/usr/sbin/slapd", "/usr/sbin/slapadd"
AD_SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../shared/field/ad.schema")
OPEN_TO_READ = "access to attrs=userPassword by anonymous auth by * none\naccess to * by * read\n"


class Skip(Exception):
    """The case cannot be played here; the text says why."""


@contextlib.contextmanager
def start_servers(folder):
    """Called with a case's folder (a copy that may be changed); what it starts lives as long as the `with` block."""
    ldif = sorted(glob.glob(os.path.join(folder, "*.ldif")))
    if not ldif or not uses_address(folder):
        yield
        return
    if not os.path.exists(SLAPD):
        raise Skip("slapd is not installed")
    set_modes(folder)
    home = os.path.join(folder, ".slapd")
    os.makedirs(os.path.join(home, "db"))
    write_config(folder, home, ldif)
    for path in ldif:
        load(home, path)
    port = free_port()
    server = subprocess.Popen([SLAPD, "-d", "0", "-f", os.path.join(home, "slapd.conf"), "-h", f"ldap://127.0.0.1:{port}"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, server)
        put_address(folder, f"ldap://127.0.0.1:{port}")
        yield
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(home, ignore_errors=True)


def uses_address(folder):
    """Do the configurations name the server's address, @A@?"""
    return any(b"@A@" in read(path) for path in glob.glob(os.path.join(folder, "*.yaml")))


def read(path):
    with open(path, "rb") as f:
        return f.read()


def set_modes(folder):
    """setup.json names the modes of password files."""
    with contextlib.suppress(FileNotFoundError):
        for name, mode in json.loads(read(os.path.join(folder, "setup.json"))).get("mode", {}).items():
            os.chmod(os.path.join(folder, name), int(mode, 8))


def put_address(folder, url):
    for path in glob.glob(os.path.join(folder, "*.yaml")):
        text = read(path).replace(b"@A@", url.encode())
        with open(path, "wb") as f:
            f.write(text)


def write_config(folder, home, ldif):
    text = read(ldif[0])
    first = next(line for line in text.split(b"\n") if line.lower().startswith(b"dn:"))
    suffix = first.split(b":", 1)[1].strip().decode()
    schemas = [f"/etc/ldap/schema/{s}.schema" for s in ("core", "cosine", "inetorgperson", "nis")]
    if b"sAMAccountName" in text:
        schemas.append(os.path.abspath(AD_SCHEMA))
    rules = sorted(glob.glob(os.path.join(folder, "*.conf")))
    lines = [f"include {s}" for s in schemas]
    lines += ["modulepath /usr/lib/ldap", "moduleload back_mdb", "database mdb", f"suffix {suffix}",
              f"directory {home}/db", "maxsize 268435456"]
    with open(os.path.join(home, "slapd.conf"), "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n" + (read(rules[0]).decode() if rules else OPEN_TO_READ))


def load(home, path):
    added = subprocess.run([SLAPADD, "-q", "-f", os.path.join(home, "slapd.conf"), "-l", path], capture_output=True, text=True)
    if added.returncode:
        raise RuntimeError(f"slapadd {path}: {added.stderr[-500:]}")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_for(port, server):
    for _ in range(200):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        if server.poll() is not None:
            raise RuntimeError(f"slapd ended with {server.returncode}")
        time.sleep(0.1)
    raise RuntimeError("slapd does not answer")
