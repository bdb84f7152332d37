"""The pickups of the demo's store as a table: who, what, how far, how paid, due when."""

from typing import NamedTuple

TOMORROW, DAY_AFTER = 100_000, 200_000
"""Due at that day's opening instead of so many minutes from now."""


class Plan(NamedTuple):
    """One pickup. ``due`` in minutes from now; ``goods`` is "SKU" or "SKU*n", separated by spaces;
    ``bins`` has one bin for each parcel; ``aged`` is how many days ago it became ready."""

    number: str
    buyer: str
    channel: int
    state: str
    payment: str
    due: int
    goods: str
    bins: str = ""
    aged: int = 0
    phone: str = ""
    collector: str = ""
    recipient: str = ""
    company: str = ""
    note: str = ""
    gift: bool = False
    person_number: int = 1
    picked: str = ""
    claimed_by: int | None = None
    code: str = ""


_ELIN, _OSKAR = 101, 102
_WARM = "ALV-2201-SKO-M RSK-1107-SVA-39 ULL-0310-GRA-37*2 STN-0100-STE"

PLANS: tuple[Plan, ...] = (
    Plan("48196", "Karin Öberg", 1, "new", "captured", -12, "LJG-0815-GRA-L FJO-0201-NAT"),
    Plan("48201", "Johan Berg", 1, "staged", "captured", -3, "RSK-1107-SVA-42", "H4", claimed_by=_OSKAR),
    Plan("48207", "Maria Nilsson", 1, "picking", "captured", 15, _WARM, phone="070-174 06 12",
         collector="Jonas Nilsson", note="Comes straight from work, around 17.", picked="1 1 1 0",
         claimed_by=_ELIN, code="K7P429"),
    Plan("48209", "Brännö Varv & Montage AB", 4, "new", "on_account", 25,
         "STL-4300-SVA-43*4 STL-4300-SVA-44*2 REP-1320-OCK-L*6", company="Brännö Varv & Montage AB",
         collector="Stefan Ek"),
    Plan("48211", "Peter Lind", 2, "customer_decision", "authorised", 45, "SNO-1405-TEG-S"),
    Plan("48213", "Lars Eklund", 3, "new", "captured", 60, "ALV-2201-SKO-M"),
    Plan("48214", "Sara Holm", 1, "new", "captured", 65, "NOR-0450-SVA ULL-0310-NAT-37*2"),
    Plan("48216", "Ahmed Hassan", 1, "inbound", "captured", 95, "VID-0028-STE STN-0050-SVA"),
    Plan("48219", "Tove Rask", 2, "new", "unpaid", TOMORROW, "ALV-2201-SKO-M ULL-0200-GRA-M"),
    Plan("48220", "Mikael Sand", 1, "claimed", "authorised", 110, "SOV-0500-NAT-REG SOV-0600-GRA-REG",
         claimed_by=_OSKAR),
    Plan("48221", "Hanna Pihl", 5, "new", "captured", 150, "EGG-0810-OCK MAT-0910-GRY*4"),
    Plan("48222", "Tom & <b>Bo</b> Å", 1, "new", "part_paid", 170, "VDE-0002-GRA"),
    Plan("48229", "Göran Fält", 1, "new", "on_hold", 190, "VID-0055-STE-M"),
    Plan("48231", "Ellen Kvist", 2, "arrived", "captured", 200, "LOP-1201-NAT-38"),
    Plan("48232", "Ali Yilmaz", 1, "inbound", "captured", TOMORROW, "STV-1120-SVA-M"),
    Plan("48234", "Ronja Ström", 1, "inbound", "captured", TOMORROW, "SNO-1410-NAT-S FJO-0205-SKO"),
    Plan("48236", "Gunilla Ahlgren", 3, "inbound", "captured", TOMORROW, "BRE-2310-NAT-L"),
    Plan("48237", "Kalle Nordin", 1, "inbound", "captured", DAY_AFTER, "VDE-0003-SKO"),
    Plan("48238", "Irma Björk", 1, "inbound", "authorised", DAY_AFTER, "VID-3110-SVA-42"),
    Plan("48155", "Anna Lindqvist", 1, "ready", "captured", -150, "ULL-0250-NAT-116 DIS-2150-OCK-116", "H1",
         person_number=1),
    Plan("48174", "Anna Lindqvist", 1, "ready", "captured", -90, "KAR-1010-STE", "H2", person_number=2),
    Plan("48188", "Lina Ek", 1, "ready", "captured", -60, "STN-0075-ROS*2 STN-0020-OCK*2", "H1"),
    Plan("48189", "Lina Ek", 5, "ready", "captured", -55, "MYG-1210-SKO", "H3"),
    Plan("48191", "Lina Ek", 1, "ready", "unpaid", -40, "VAX-1310-KLA DIS-2121-SVA-M", "H3"),
    Plan("48192", "Bengt Wallin", 1, "ready", "captured", -45, "VID-0055-SVA-L SOV-0610-SKO*2 STV-1110-SVA",
         "H5 K1"),
    Plan("48193", "Nora Sund", 1, "ready", "captured", -30, "LJG-0850-ROS-128", "H6", gift=True,
         recipient="Tuva Sund"),
    Plan("48194", "Marstrands Båtklubb", 4, "ready", "on_account", -35, "DIS-2120-NAT-L*5 DIS-2121-NAT-L*5",
         "K2", company="Marstrands Båtklubb", collector="Eva Marin"),
    Plan("48195", "Rickard Forsberg", 1, "ready", "captured", -25, "EGG-0820-SVA ELD-0740-SVA", "H7"),
    Plan("48197", "Leila Hassan", 2, "ready", "authorised", -20, "SAN-1260-STE-39", "H8"),
    Plan("48198", "Ulf Gran", 1, "ready", "part_paid", -18, "SNO-1420-SVA-L", "H9"),
    Plan("48199", "Disa Holt", 1, "ready", "on_hold", -15, "NOR-0900-SVA", "H10"),
    Plan("48200", "Pelle Jonsson", 1, "ready", "refund_asked", -14, "FJO-0210-ROS", "H10"),
    Plan("48202", "Greta Laine", 1, "ready", "refunded", -10, "VAN-0420-NAT-M", "H11"),
    Plan("48203", "Stina Nyström", 1, "partly_collected", "captured", -200, "VID-3105-GRA-40 ULL-0320-GRA-40",
         "H12 G1"),
    Plan("47902", "Henrik Dahl", 1, "not_collected", "captured", -400, "RSK-1107-SVA-42", "H7", aged=8),
    Plan("47963", "Mona Rydh", 1, "ready", "captured", -400, "STN-0100-STE", "H9", aged=5),
    Plan("47951", "Lina Ek", 1, "ready", "captured", -400, "VID-3106-SKO-40", "H1", aged=6),
    Plan("48037", "Jari Niemi", 1, "ready", "captured", -400, "ULL-0310-GRA-40*2", "H10", aged=3),
    Plan("48010", "Kristin Aas", 2, "ready", "captured", -400, "ALV-2201-SKO-XL", "H3", aged=4),
    Plan("48022", "Olle Brandt", 1, "ready", "captured", -400, "LJG-0815-GRA-S", "H8", aged=4),
    Plan("48031", "Sofia Marin", 1, "ready", "captured", -400, "SOV-0600-GRA-WIDE", "G2", aged=3),
    Plan("47958", "Per Sund", 1, "ready", "captured", -400, "SOV-0515-NAT-LONG", "H11", aged=6),
    Plan("48040", "Cecilia Holt", 5, "ready", "captured", -400, "SNO-1410-TEG-M", "G4", aged=3),
    Plan("48233", "Jonna Ödman", 1, "collected", "captured", -180, "ULL-0310-SVA-43", "H2"),
    Plan("48190", "Ebbe Isaksson", 1, "cancelled", "refunded", -120, "STN-0100-SVA"),
    Plan("47880", "Rolf Åkesson", 1, "returned_to_stock", "refunded", -400, "DIS-2120-ROS-S", aged=9),
    Plan("47941", "Vera Lund", 1, "rerouted", "captured", -400, "SUM-1250-SKO-37", aged=4),
    Plan("47942", "Ivar Holm", 1, "ship_home", "captured", -400, "VDE-0010-SKO", aged=4),
    Plan("47944", "Siri Andersson", 1, "other_store", "captured", -400, "BRE-2311-SVA-M", aged=3),
    Plan("48224", "Tage Virtanen", 1, "rejected", "captured", 120, "REP-1320-OCK-S"),
)  # fmt: skip
