"""Reads ESC/POS back as a printer would: lines of text and codes; an unknown command is an error."""

from dataclasses import dataclass, field

_LENGTHS = {b"\x1b@": 2, b"\x1bt": 3, b"\x1bR": 3, b"\x1ba": 3, b"\x1bE": 3, b"\x1d!": 3}


@dataclass
class Paper:
    """What stands on the paper."""

    lines: list[str] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    cuts: int = 0

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.lines).split())


def read_escpos(stream: bytes) -> Paper:
    """The paper a printer with code page 858 would give out."""
    paper, line, times = Paper(), b"", 1
    rest = stream
    while rest:
        if rest[:4] == b"\x1dVB\x00":
            paper.cuts, rest = paper.cuts + 1, rest[4:]
        elif rest[:3] == b"\x1d(k":
            length = rest[3] + 256 * rest[4]
            body, rest = rest[5 : 5 + length], rest[5 + length :]
            if body[:3] == b"1P0":
                paper.codes.append(body[3:].decode("ascii"))
        elif rest[:2] in _LENGTHS:
            if rest[:2] == b"\x1d!":
                times = rest[2] % 16 + 1
            rest = rest[_LENGTHS[rest[:2]] :]
        elif rest[:1] == b"\n":
            paper.lines.append(line.decode("cp858"))
            paper.widths.append(len(line) * times)
            line, rest = b"", rest[1:]
        else:
            if rest[0] < 0x20 or rest[0] == 0x7F:
                raise AssertionError(f"a control byte {rest[0]:#x} in the text")
            line, rest = line + rest[:1], rest[1:]
    assert line == b""
    return paper
