"""Making this device a desk: asks the hub with a short code and keeps what it gives."""

import msgspec

from storedesk.desk import system_clock
from storedesk.desk.device_key import DeviceKey
from storedesk.desk.hub_client import HubClient
from storedesk.desk.hub_failures import HubFailure, Refused, WrongAddress
from storedesk.desk.key_store import Secrets
from storedesk.protocol.desk_link import Enrol
from storedesk.protocol.wire_errors import WireErrorNumber

REFUSALS: dict[int, str] = {
    WireErrorNumber.WRONG_ENROL_CODE: "wrong_code",
    WireErrorNumber.CLOCK_DIFFERS: "clock_differs",
    WireErrorNumber.BUSY: "too_slow",
}


class EnrolFailed(Exception):
    """Nothing was changed; ``key`` names the sentence for the screen."""

    def __init__(self, key: str, detail: str = "") -> None:
        super().__init__(detail)
        self.key = key


async def enrol(key: DeviceKey, message: Enrol, before: Secrets) -> Secrets:
    """The secrets of the desk this device becomes; raises ``EnrolFailed``."""
    try:
        client = HubClient(message.hub_url, key, system_clock.wall_ms)
    except WrongAddress as error:
        raise EnrolFailed("wrong_address", str(error)) from error
    try:
        reply = await client.enrol(message.code, message.device_name)
    except Refused as refused:
        raise EnrolFailed(REFUSALS.get(refused.error.number, "refused")) from refused
    except HubFailure as failure:
        raise EnrolFailed(failure.key) from failure
    finally:
        await client.close()
    return msgspec.structs.replace(
        before, device_secret=key.secret.hex(), device_id=reply.device_id, place_id=reply.place_id,
        place_code=reply.place_code, desk=reply.desk, place_key=reply.place_key, hub_url=message.hub_url,
    )  # fmt: skip
