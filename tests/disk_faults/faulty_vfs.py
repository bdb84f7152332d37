"""A layer between the product's own SQLite and the disk that a test watches and lets fail.

It is registered in the very library that the product's driver is linked with. What only reads stays native: a
file keeps its own methods, of which just writing, cutting and flushing are replaced.
"""

import ctypes
import importlib
import os
from functools import cache
from typing import Any, Protocol

NAME = "faulty"
OK, IOERR_WRITE, IOERR_FSYNC, IOERR_TRUNCATE, FULL, CANTOPEN = 0, 778, 1034, 1546, 13, 14
WRITE, SYNC, TRUNCATE, OPEN, DELETE = "write", "sync", "truncate", "open", "delete"

_Open = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)
_Delete = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_Write = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64)
_Truncate = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int64)
_Sync = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)


class _Vfs(ctypes.Structure):
    _fields_ = [
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("app_data", ctypes.c_void_p),
        ("open", ctypes.c_void_p),
        ("delete", ctypes.c_void_p),
        *((f"native_{number}", ctypes.c_void_p) for number in range(14)),
    ]


class _Methods(ctypes.Structure):
    _fields_ = [
        ("version", ctypes.c_int),
        ("close", ctypes.c_void_p),
        ("read", ctypes.c_void_p),
        ("write", ctypes.c_void_p),
        ("truncate", ctypes.c_void_p),
        ("sync", ctypes.c_void_p),
        *((f"native_{number}", ctypes.c_void_p) for number in range(13)),
    ]


class Watcher(Protocol):
    """``before`` gives the error SQLite gets instead of the deed, ``OK`` for none; ``after`` hears what was done:
    (offset, bytes) of a write, the size of a cut, nothing else."""

    def before(self, what: str, path: str) -> int: ...
    def after(self, what: str, path: str, at: int = 0, data: bytes = b"") -> None: ...


class _Nothing:
    def before(self, what: str, path: str) -> int:
        return OK

    def after(self, what: str, path: str, at: int = 0, data: bytes = b"") -> None:
        return None


class FaultyVfs:
    """Registered once in a process, for good; ``watcher`` hears of every file opened through it."""

    def __init__(self) -> None:
        self.watcher: Watcher = _Nothing()
        module = importlib.import_module("sqlcipher3._sqlite3")
        self._library = ctypes.CDLL(str(module.__file__), mode=getattr(os, "RTLD_NOLOAD", 0))
        self._library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        self._native = self._library.sqlite3_vfs_find(None)
        self._paths: dict[int, str] = {}
        self._kept: dict[int, tuple[_Methods, _Methods]] = {}
        self._deeds: Any = (
            _Open(self._open), _Delete(self._delete), _Write(self._write), _Truncate(self._truncate),
            _Sync(self._sync),
        )  # fmt: skip
        self._own = _Vfs()
        ctypes.memmove(ctypes.byref(self._own), self._native, ctypes.sizeof(_Vfs))
        self._own.next, self._own.name = None, NAME.encode()
        self._own.open, self._own.delete = (_address(deed) for deed in self._deeds[:2])
        self._native_open = _Open(self._native.contents.open)
        self._native_delete = _Delete(self._native.contents.delete)
        if self._library.sqlite3_vfs_register(ctypes.byref(self._own), 0) != OK:
            raise RuntimeError("The library did not take the layer")

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out_flags: int | None) -> int:
        path = "" if name is None else os.fsdecode(ctypes.string_at(name))
        failed = self.watcher.before(OPEN, path)
        if failed:
            ctypes.c_void_p.from_address(file).value = None
            return failed
        code: int = self._native_open(ctypes.addressof(self._native.contents), name, file, flags, out_flags)
        methods = ctypes.c_void_p.from_address(file)
        if code == OK and methods.value:
            methods.value = ctypes.addressof(self._watched(methods.value))
            self._paths[file] = path
            self.watcher.after(OPEN, path)
        return code

    def _watched(self, native: int) -> _Methods:
        """The file's own methods with ours among them; those of another open file of the kind may be kept."""
        if native not in self._kept:
            own, kept = _Methods(), _Methods.from_address(native)
            ctypes.memmove(ctypes.byref(own), native, ctypes.sizeof(_Methods))
            own.write, own.truncate, own.sync = (_address(deed) for deed in self._deeds[2:])
            self._kept[native] = (own, kept)
            self._native_write = _Write(kept.write)
            self._native_truncate = _Truncate(kept.truncate)
            self._native_sync = _Sync(kept.sync)
        return self._kept[native][0]

    def _delete(self, _vfs: int, name: int, flush_folder: int) -> int:
        path = os.fsdecode(ctypes.string_at(name))
        code: int = self.watcher.before(DELETE, path) or self._native_delete(
            ctypes.addressof(self._native.contents), name, flush_folder
        )
        if code == OK:
            self.watcher.after(DELETE, path)
        return code

    def _write(self, file: int, data: int, size: int, at: int) -> int:
        path = self._paths[file]
        code: int = self.watcher.before(WRITE, path) or self._native_write(file, data, size, at)
        if code == OK:
            self.watcher.after(WRITE, path, at, ctypes.string_at(data, size))
        return code

    def _truncate(self, file: int, size: int) -> int:
        path = self._paths[file]
        code: int = self.watcher.before(TRUNCATE, path) or self._native_truncate(file, size)
        if code == OK:
            self.watcher.after(TRUNCATE, path, size)
        return code

    def _sync(self, file: int, flags: int) -> int:
        path = self._paths[file]
        code: int = self.watcher.before(SYNC, path) or self._native_sync(file, flags)
        if code == OK:
            self.watcher.after(SYNC, path)
        return code


def _address(deed: Any) -> int | None:
    return ctypes.cast(deed, ctypes.c_void_p).value


@cache
def the_layer() -> FaultyVfs:
    """The one of this process."""
    return FaultyVfs()
