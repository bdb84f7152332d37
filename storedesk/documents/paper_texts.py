"""The words on paper in the customer's and the desk's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperTexts:
    """Every fixed word of the prints in one language."""

    click_and_collect: str
    pickup_slip: str
    order: str
    customer: str
    recipient: str
    bin: str
    item: str
    sku: str
    quantity: str
    refund_asked: str
    left_on_shelf: str
    collected_by: str
    checked_by: str
    when: str
    desk_staff: str
    not_a_receipt: str
    gift: str
    copy: str
    practice: str
    thanks: str
    signature: str
    name_in_print: str
    page_of: str
    n_of_m: str
    last_day: str
    pick_list: str
    place: str
    found: str
    write_number: str
    order_one: str
    order_many: str
    line_one: str
    line_many: str


_ENGLISH = PaperTexts(
    click_and_collect="Click and collect", pickup_slip="Pickup slip", order="Order", customer="Customer",
    recipient="For", bin="Bin", item="Item", sku="SKU", quantity="Qty",
    refund_asked="Left out, refund asked", left_on_shelf="Left on the shelf",
    collected_by="Collected by", checked_by="Checked by", when="When", desk_staff="Desk, staff",
    not_a_receipt="NOT A RECEIPT", gift="Gift", copy="COPY", practice="PRACTICE",
    thanks="Thank you, welcome back.", signature="Signature", name_in_print="Name in print",
    page_of="page {x} of {y}", n_of_m="{n} of {m}", last_day="last day", pick_list="Pick list",
    place="Place", found="found", write_number="write the number found if short",
    order_one="{n} order", order_many="{n} orders", line_one="{n} line", line_many="{n} lines",
)  # fmt: skip
_SWEDISH = PaperTexts(
    click_and_collect="Klicka och hämta", pickup_slip="Utlämningssedel", order="Order", customer="Kund",
    recipient="Till", bin="Hyllfack", item="Artikel", sku="Artikelnr", quantity="Antal",
    refund_asked="Utelämnat, återbetalning begärd", left_on_shelf="Kvar i hyllan",
    collected_by="Hämtat av", checked_by="Kontroll", when="Tid", desk_staff="Disk, personal",
    not_a_receipt="INTE ETT KVITTO", gift="Gåva", copy="KOPIA", practice="ÖVNING",
    thanks="Tack! Välkommen åter.", signature="Namnteckning", name_in_print="Namnförtydligande",
    page_of="sida {x} av {y}", n_of_m="{n} av {m}", last_day="sista dag", pick_list="Plocklista",
    place="Plats", found="hittad", write_number="skriv antalet som hittades om det saknas",
    order_one="{n} order", order_many="{n} ordrar", line_one="{n} rad", line_many="{n} rader",
)  # fmt: skip
_NORWEGIAN = PaperTexts(
    click_and_collect="Klikk og hent", pickup_slip="Utleveringsseddel", order="Ordre", customer="Kunde",
    recipient="Til", bin="Hylleplass", item="Vare", sku="Varenr.", quantity="Antall",
    refund_asked="Utelatt, tilbakebetaling bedt om", left_on_shelf="Igjen i hyllen",
    collected_by="Hentet av", checked_by="Kontroll", when="Tid", desk_staff="Disk, ansatt",
    not_a_receipt="IKKE EN KVITTERING", gift="Gave", copy="KOPI", practice="ØVELSE",
    thanks="Takk! Velkommen tilbake.", signature="Underskrift", name_in_print="Navn med blokkbokstaver",
    page_of="side {x} av {y}", n_of_m="{n} av {m}", last_day="siste dag", pick_list="Plukkliste",
    place="Plass", found="funnet", write_number="skriv antallet som ble funnet hvis noe mangler",
    order_one="{n} ordre", order_many="{n} ordrer", line_one="{n} linje", line_many="{n} linjer",
)  # fmt: skip
_DANISH = PaperTexts(
    click_and_collect="Klik og hent", pickup_slip="Udleveringsseddel", order="Ordre", customer="Kunde",
    recipient="Til", bin="Hyldeplads", item="Vare", sku="Varenr.", quantity="Antal",
    refund_asked="Udeladt, tilbagebetaling ønsket", left_on_shelf="Tilbage på hylden",
    collected_by="Afhentet af", checked_by="Kontrol", when="Tid", desk_staff="Disk, personale",
    not_a_receipt="IKKE EN KVITTERING", gift="Gave", copy="KOPI", practice="ØVELSE",
    thanks="Tak! Velkommen igen.", signature="Underskrift", name_in_print="Navn med blokbogstaver",
    page_of="side {x} af {y}", n_of_m="{n} af {m}", last_day="sidste dag", pick_list="Plukliste",
    place="Plads", found="fundet", write_number="skriv antallet der blev fundet, hvis noget mangler",
    order_one="{n} ordre", order_many="{n} ordrer", line_one="{n} linje", line_many="{n} linjer",
)  # fmt: skip
_FINNISH = PaperTexts(
    click_and_collect="Klikkaa ja nouda", pickup_slip="Noutolappu", order="Tilaus",
    customer="Asiakas", recipient="Vastaanottaja", bin="Hyllypaikka", item="Tuote", sku="Tuotenro",
    quantity="Määrä", refund_asked="Jätetty pois, palautusta pyydetty", left_on_shelf="Jäi hyllyyn",
    collected_by="Noutaja", checked_by="Tarkistus", when="Aika", desk_staff="Palvelupiste, myyjä",
    not_a_receipt="EI KUITTI", gift="Lahja", copy="KOPIO", practice="HARJOITUS",
    thanks="Kiitos! Tervetuloa uudelleen.", signature="Allekirjoitus", name_in_print="Nimenselvennys",
    page_of="sivu {x}/{y}", n_of_m="{n}/{m}", last_day="viim. päivä", pick_list="Keräilylista",
    place="Paikka", found="löytyi", write_number="kirjoita löytynyt määrä, jos jotain puuttuu",
    order_one="{n} tilaus", order_many="{n} tilausta", line_one="{n} rivi", line_many="{n} riviä",
)  # fmt: skip
_GERMAN = PaperTexts(
    click_and_collect="Online bestellt, im Laden abgeholt", pickup_slip="Abholschein", order="Bestellung",
    customer="Kunde", recipient="Für", bin="Fach", item="Artikel", sku="Artikelnr.", quantity="Menge",
    refund_asked="Nicht mitgegeben, Erstattung angefragt", left_on_shelf="Bleibt im Regal",
    collected_by="Abgeholt von", checked_by="Geprüft durch", when="Zeit", desk_staff="Platz, Personal",
    not_a_receipt="KEIN KASSENBELEG", gift="Geschenk", copy="KOPIE", practice="ÜBUNG",
    thanks="Vielen Dank und bis bald.", signature="Unterschrift", name_in_print="Name in Druckbuchstaben",
    page_of="Seite {x} von {y}", n_of_m="{n}/{m}", last_day="letzter Tag", pick_list="Pickliste",
    place="Platz", found="gefunden", write_number="bei Fehlmenge die gefundene Anzahl eintragen",
    order_one="{n} Bestellung", order_many="{n} Bestellungen", line_one="{n} Zeile", line_many="{n} Zeilen",
)  # fmt: skip

LANGUAGES: dict[str, PaperTexts] = {
    "en": _ENGLISH, "sv": _SWEDISH, "nb": _NORWEGIAN, "da": _DANISH, "fi": _FINNISH, "de": _GERMAN,
}  # fmt: skip


def language_of(tag: str) -> str:
    """Which of our languages a tag ("sv", "sv-SE", "no") stands for; English where it is none of them."""
    spoken = tag[:16].replace("_", "-").split("-", 1)[0].lower()
    code = "nb" if spoken in ("no", "nn") else spoken
    return code if code in LANGUAGES else "en"


def paper_texts(language: str) -> PaperTexts:
    """The words for a language tag; English where the language is not one of ours."""
    return LANGUAGES[language_of(language)]


def counted(one: str, many: str, number: int) -> str:
    """`one` or `many` with the number in it."""
    return (one if number == 1 else many).replace("{n}", str(number))
