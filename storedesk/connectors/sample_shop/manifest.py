"""What a demo, a test or a tour must know of a sample shop and no row says."""

from typing import Any, NamedTuple

import msgspec

from storedesk.connectors.sample_shop.staff import SamplePin


class ReadyCode(NamedTuple):
    """A pickup and the code its customer holds; ``qr`` is the text of the QR in the message, once a hub made it."""

    order_number: str
    place_id: int
    fulfilment_id: str
    state: str
    code: str
    qr: str = ""


class Manifest(NamedTuple):
    """``now`` is the time the shop lives at (UTC ms); ``place_keys`` are hex keys of the pickup codes;
    ``signing_key`` (hex) signs customers' codes, for samples only since it follows from the seed;
    ``interesting`` maps a short English name to an order number."""

    seed: int
    size: str
    now: int
    demo_place_id: int
    place_keys: dict[int, str]
    codes: tuple[ReadyCode, ...]
    pins: tuple[SamplePin, ...]
    interesting: dict[str, str]
    signing_key: str

    def code_of(self, order_number: str) -> ReadyCode:
        """Raises KeyError if the order has no pickup here."""
        for code in self.codes:
            if code.order_number == order_number:
                return code
        raise KeyError(order_number)

    def to_json(self) -> bytes:
        return msgspec.json.format(msgspec.json.encode(_plain(self)), indent=2)


def _plain(manifest: Manifest) -> dict[str, Any]:
    fields = manifest._asdict()
    fields["place_keys"] = {str(place): key for place, key in manifest.place_keys.items()}
    fields["codes"] = [code._asdict() for code in manifest.codes]
    fields["pins"] = [pin._asdict() for pin in manifest.pins]
    return fields


INTERESTING = {
    "late": "48196", "staged": "48201", "picking": "48207", "company": "48209", "customer_decides": "48211",
    "inbound": "48216", "unpaid_new": "48219", "age_limited": "48195", "two_parcels": "48192", "gift": "48193",
    "several_for_one_person": "48188", "same_name": "48155", "same_name_other": "48174", "unpaid_ready": "48191",
    "authorised_ready": "48197", "part_paid_ready": "48198", "on_hold_ready": "48199",
    "partly_collected": "48203", "not_collected": "47902", "company_ready": "48194", "hostile_name": "48222",
}  # fmt: skip
