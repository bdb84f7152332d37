"""A disk that needs 10 ms more for each flush: a library put before a process, compiled when it is asked for."""

import shutil
import subprocess
from pathlib import Path

EXTRA_MS = 10
_SOURCE = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
static void wait_more(void) { usleep(EXTRA_MS * 1000); }
int fsync(int file) {
    static int (*real)(int);
    if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    int result = real(file);
    wait_more();
    return result;
}
int fdatasync(int file) {
    static int (*real)(int);
    if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    int result = real(file);
    wait_more();
    return result;
}
"""


def slow_disk_environment(folder: Path) -> dict[str, str] | None:
    """What a process's environment needs so that its flushes are slow; None without a C compiler or on no Linux."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not Path("/proc/self").exists():
        return None
    source, library = folder / "slow_disk.c", folder / "slow_disk.so"
    source.write_text(_SOURCE, encoding="ascii")
    built = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", f"-DEXTRA_MS={EXTRA_MS}", "-o", str(library), str(source), "-ldl"],
        check=False, capture_output=True,
    )  # fmt: skip
    return {"LD_PRELOAD": str(library)} if built.returncode == 0 else None
