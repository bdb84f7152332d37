"""Every byte of an encrypted database and its log, opened page by page: what a thief with the key would find."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE, RESERVED, SALT = 4096, 80, 16
LOG_HEAD, FRAME_HEAD = 32, 24


def open_pages(path: Path, key: str) -> bytes:
    """SQLCipher 4's pages under a raw key, free ones and those of the log included."""
    data = path.read_bytes()
    found = [_opened(data[at : at + PAGE], key, first=at == 0) for at in range(0, len(data) - PAGE + 1, PAGE)]
    log = Path(f"{path}-wal")
    frames = log.read_bytes()[LOG_HEAD:] if log.exists() else b""
    for at in range(0, len(frames) - FRAME_HEAD - PAGE + 1, FRAME_HEAD + PAGE):
        number = int.from_bytes(frames[at : at + 4], "big")
        found.append(_opened(frames[at + FRAME_HEAD : at + FRAME_HEAD + PAGE], key, first=number == 1))
    return b"".join(found)


def _opened(page: bytes, key: str, *, first: bool) -> bytes:
    start, end = SALT if first else 0, PAGE - RESERVED
    decryptor = Cipher(AES(bytes.fromhex(key)), CBC(page[end : end + 16])).decryptor()
    return decryptor.update(page[start:end]) + decryptor.finalize()
