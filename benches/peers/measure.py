"""What a program costs: wall and CPU seconds, peak memory; what a site weighs."""

import os
import platform
import re
import subprocess
import time
from pathlib import Path


def run(command):
    """Runs a command to its end. Its children's time counts, too; its memory is that of the largest process."""
    started = time.monotonic()
    with open(os.devnull, "w") as silence:
        process = subprocess.Popen([str(word) for word in command], stdout=silence, stderr=subprocess.PIPE)
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{said.decode(errors='replace')[-4000:]}")
    return {
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "user": usage.ru_utime,
        "system": usage.ru_stime,
        "memory": usage.ru_maxrss * 1024,
    }


def tree(folder):
    """Files, pages and bytes of a site."""
    files = pages = size = 0
    for place, _, names in os.walk(folder):
        for name in names:
            files += 1
            pages += name.endswith(".html")
            size += os.path.getsize(os.path.join(place, name))
    return {"files": files, "pages": pages, "bytes": size}


def machine():
    """The machine in a line."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        named = re.search(r"model name\s*:\s*(.+)", info.read_text())
        cpu = named.group(1) if named else cpu
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.release()}"
