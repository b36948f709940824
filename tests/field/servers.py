"""The servers that a field case needs: a case with LDIF files is a directory case."""
import contextlib, glob, os


class Skip(Exception):
    """The case cannot be played here; the text says why."""


@contextlib.contextmanager
def start_servers(folder):
    """Called with a case's folder (a copy that may be changed); what it starts lives as long as the `with` block."""
    if glob.glob(os.path.join(folder, "*.ldif")) and uses_address(folder):
        raise Skip("needs a directory server")
    yield


def uses_address(folder):
    """Do the configurations name the server's address, @A@?"""
    for path in glob.glob(os.path.join(folder, "*.yaml")):
        with open(path, "rb") as f:
            if b"@A@" in f.read():
                return True
    return False
