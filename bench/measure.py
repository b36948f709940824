"""What the measurements of bench/ share: a command's seconds, CPU seconds and peak memory; the program as released."""
import os
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)


class Cost(NamedTuple):
    seconds: float
    cpu: float  # user and system, of all threads
    mb: float  # peak resident


def measured(command):
    """What a command cost and printed; ends the measurement where it fails."""
    said = tempfile.TemporaryFile()
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        said.seek(0)
        sys.exit(f"bench: {' '.join(command)}: exit {process.returncode}\n{said.read().decode()}")
    return Cost(time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024), printed


def built():
    """Builds the release preset; the program's path."""
    for command in (["cmake", "--preset", "release"], ["cmake", "--build", "--preset", "release"]):
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return os.path.join(ROOT, "build", "release", "src", "cli", "tenko")
