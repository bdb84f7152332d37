"""The numbers of wire errors, typed once for both ends."""

from enum import IntEnum


class WireErrorNumber(IntEnum):
    UNREADABLE = 10
    TOO_LARGE = 11
    NOT_SIGNED = 20
    WRONG_SIGNATURE = 21
    CLOCK_DIFFERS = 22
    REPLAYED = 23
    UNKNOWN_DEVICE = 24
    REVOKED = 25
    WRONG_ENROL_CODE = 26
    WIRE_TOO_OLD = 30
    WIRE_TOO_NEW = 31
    UNKNOWN_CURSOR = 40
    WRONG_EPOCH = 41
    SCOPE_NOT_ALLOWED = 42
    TOO_FAR_BEHIND = 43
    BUSY = 50


HTTP_STATUS = {
    WireErrorNumber.UNREADABLE: 400,
    WireErrorNumber.TOO_LARGE: 413,
    WireErrorNumber.NOT_SIGNED: 401,
    WireErrorNumber.WRONG_SIGNATURE: 401,
    WireErrorNumber.CLOCK_DIFFERS: 401,
    WireErrorNumber.REPLAYED: 401,
    WireErrorNumber.UNKNOWN_DEVICE: 401,
    WireErrorNumber.REVOKED: 403,
    WireErrorNumber.WRONG_ENROL_CODE: 403,
    WireErrorNumber.WIRE_TOO_OLD: 426,
    WireErrorNumber.WIRE_TOO_NEW: 426,
    WireErrorNumber.UNKNOWN_CURSOR: 409,
    WireErrorNumber.WRONG_EPOCH: 409,
    WireErrorNumber.SCOPE_NOT_ALLOWED: 403,
    WireErrorNumber.TOO_FAR_BEHIND: 409,
    WireErrorNumber.BUSY: 503,
}
