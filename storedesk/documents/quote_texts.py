"""The words of a quote on paper in the customer's language."""

from __future__ import annotations

from dataclasses import dataclass

from storedesk.documents.paper_texts import language_of
from storedesk.domain.tax_treatment import EU_SUPPLY, EXEMPT, EXPORT, REVERSE_CHARGE


@dataclass(frozen=True, slots=True)
class QuoteTexts:
    """Every fixed word of a quote in one language; texts with braces are filled in by name."""

    quote: str
    version: str
    issued: str
    valid_until: str
    po_number: str
    to: str
    contact: str
    organisation_number: str
    vat_number: str
    deliver_to: str
    collected_at: str
    terms: str
    days_net: str
    paid_at_once: str
    each: str
    discount: str
    sum: str
    delivery: str
    without_tax: str
    with_tax: str
    net: str
    tax: str
    total: str
    exempt: str
    eu_supply: str
    export: str
    reverse_charge: str
    acceptance: str
    place_and_date: str
    approved_by: str
    to_confirm: str
    indicative: str
    ended: str

    def sentence(self, treatment: str) -> str:
        """What the law asks to be said where no tax is charged; empty for a taxed sale."""
        sentences = {
            EXEMPT: self.exempt, EU_SUPPLY: self.eu_supply, EXPORT: self.export,
            REVERSE_CHARGE: self.reverse_charge,
        }  # fmt: skip
        return sentences.get(treatment, "")


_ENGLISH = QuoteTexts(
    quote="Quote", version="version {n}", issued="Date", valid_until="Valid until", po_number="PO number",
    to="To", contact="Att.", organisation_number="Reg. no.", vat_number="VAT no.", deliver_to="Deliver to",
    collected_at="Collected at", terms="Terms", days_net="{n} days net", paid_at_once="Payment on delivery",
    each="Each", discount="Disc.", sum="Sum", delivery="Delivery", without_tax="Prices are without VAT.",
    with_tax="Prices include VAT.", net="Net", tax="VAT {rate} % on {net}", total="Total",
    exempt="Exempt from VAT.",
    eu_supply="VAT-exempt intra-Community supply (Article 138, Directive 2006/112/EC).",
    export="Export, free of VAT.", reverse_charge="Reverse charge: the buyer accounts for the VAT.",
    acceptance="We accept this quote.", place_and_date="Place and date", approved_by="Approved by",
    to_confirm="SUBJECT TO CONFIRMATION", indicative="INDICATIVE", ended="NO LONGER VALID",
)  # fmt: skip
_SWEDISH = QuoteTexts(
    quote="Offert", version="version {n}", issued="Datum", valid_until="Giltig till och med",
    po_number="Inköpsnummer", to="Till", contact="Att.", organisation_number="Org.nr", vat_number="Momsnr",
    deliver_to="Levereras till", collected_at="Hämtas i", terms="Villkor", days_net="{n} dagar netto",
    paid_at_once="Betalning vid leverans", each="À-pris", discount="Rabatt", sum="Summa", delivery="Leverans",
    without_tax="Priserna är utan moms.", with_tax="Priserna är med moms.", net="Netto",
    tax="Moms {rate} % på {net}", total="Totalt", exempt="Undantaget från moms.",
    eu_supply="Momsfri unionsintern leverans (artikel 138 i direktiv 2006/112/EG).",
    export="Export, utan moms.",
    reverse_charge="Omvänd betalningsskyldighet: köparen redovisar momsen.",
    acceptance="Vi antar offerten.", place_and_date="Ort och datum", approved_by="Godkänd av",
    to_confirm="MED FÖRBEHÅLL FÖR BEKRÄFTELSE", indicative="PRELIMINÄR", ended="GÄLLER INTE LÄNGRE",
)  # fmt: skip
_NORWEGIAN = QuoteTexts(
    quote="Tilbud", version="versjon {n}", issued="Dato", valid_until="Gyldig til og med",
    po_number="Innkjøpsnummer", to="Til", contact="Att.", organisation_number="Org.nr.", vat_number="MVA-nr.",
    deliver_to="Leveres til", collected_at="Hentes i", terms="Vilkår", days_net="{n} dager netto",
    paid_at_once="Betaling ved levering", each="Enhetspris", discount="Rabatt", sum="Sum",
    delivery="Levering", without_tax="Prisene er uten mva.", with_tax="Prisene er med mva.", net="Netto",
    tax="Mva. {rate} % av {net}", total="Totalt", exempt="Fritatt for merverdiavgift.",
    eu_supply="Avgiftsfri levering innenfor EU (artikkel 138 i direktiv 2006/112/EF).",
    export="Utførsel, fritatt for merverdiavgift.",
    reverse_charge="Omvendt avgiftsplikt: kjøperen beregner merverdiavgiften.",
    acceptance="Vi godtar tilbudet.", place_and_date="Sted og dato", approved_by="Godkjent av",
    to_confirm="MED FORBEHOLD OM BEKREFTELSE", indicative="VEILEDENDE", ended="GJELDER IKKE LENGER",
)  # fmt: skip
_DANISH = QuoteTexts(
    quote="Tilbud", version="version {n}", issued="Dato", valid_until="Gyldigt til og med",
    po_number="Rekvisitionsnr.", to="Til", contact="Att.", organisation_number="CVR-nr.", vat_number="Momsnr.",
    deliver_to="Leveres til", collected_at="Afhentes i", terms="Betingelser", days_net="{n} dage netto",
    paid_at_once="Betaling ved levering", each="Stykpris", discount="Rabat", sum="Beløb", delivery="Levering",
    without_tax="Priserne er uden moms.", with_tax="Priserne er med moms.", net="Netto",
    tax="Moms {rate} % af {net}", total="I alt", exempt="Fritaget for moms.",
    eu_supply="Momsfri levering inden for EU (artikel 138 i direktiv 2006/112/EF).",
    export="Eksport, uden moms.", reverse_charge="Omvendt betalingspligt: køberen afregner momsen.",
    acceptance="Vi accepterer tilbuddet.", place_and_date="Sted og dato", approved_by="Godkendt af",
    to_confirm="MED FORBEHOLD FOR BEKRÆFTELSE", indicative="VEJLEDENDE", ended="GÆLDER IKKE LÆNGERE",
)  # fmt: skip
_FINNISH = QuoteTexts(
    quote="Tarjous", version="versio {n}", issued="Päiväys", valid_until="Voimassa asti",
    po_number="Ostotilausnro", to="Vastaanottaja", contact="Yhteyshenkilö", organisation_number="Y-tunnus",
    vat_number="ALV-tunnus", deliver_to="Toimitus", collected_at="Nouto", terms="Ehdot",
    days_net="{n} päivää netto", paid_at_once="Maksu toimitettaessa", each="Yksikköhinta", discount="Alennus",
    sum="Summa", delivery="Toimitus", without_tax="Hinnat ilman arvonlisäveroa.",
    with_tax="Hinnat sisältävät arvonlisäveron.", net="Veroton summa", tax="ALV {rate} % summasta {net}",
    total="Yhteensä", exempt="Arvonlisäverosta vapautettu.",
    eu_supply="Arvonlisäveroton yhteisömyynti (direktiivin 2006/112/EY 138 artikla).",
    export="Vienti, arvonlisäveroton.",
    reverse_charge="Käännetty verovelvollisuus: ostaja maksaa arvonlisäveron.",
    acceptance="Hyväksymme tarjouksen.", place_and_date="Paikka ja aika", approved_by="Hyväksyjä",
    to_confirm="EHDOLLINEN, ODOTTAA VAHVISTUSTA", indicative="ALUSTAVA", ended="EI ENÄÄ VOIMASSA",
)  # fmt: skip
_GERMAN = QuoteTexts(
    quote="Angebot", version="Version {n}", issued="Datum", valid_until="Gültig bis", po_number="Bestellnummer",
    to="An", contact="z. Hd.", organisation_number="Reg.-Nr.", vat_number="USt-IdNr.",
    deliver_to="Lieferung an", collected_at="Abholung in", terms="Bedingungen", days_net="{n} Tage netto",
    paid_at_once="Zahlung bei Lieferung", each="Einzelpreis", discount="Rabatt", sum="Summe",
    delivery="Lieferung", without_tax="Preise ohne Umsatzsteuer.", with_tax="Preise mit Umsatzsteuer.",
    net="Netto", tax="USt {rate} % auf {net}", total="Gesamt", exempt="Von der Umsatzsteuer befreit.",
    eu_supply="Steuerfreie innergemeinschaftliche Lieferung (Artikel 138 der Richtlinie 2006/112/EG).",
    export="Steuerfreie Ausfuhrlieferung.", reverse_charge="Steuerschuldnerschaft des Leistungsempfängers.",
    acceptance="Wir nehmen das Angebot an.", place_and_date="Ort und Datum", approved_by="Genehmigt von",
    to_confirm="VORBEHALTLICH DER BESTÄTIGUNG", indicative="UNVERBINDLICH", ended="NICHT MEHR GÜLTIG",
)  # fmt: skip

QUOTE_LANGUAGES: dict[str, QuoteTexts] = {
    "en": _ENGLISH, "sv": _SWEDISH, "nb": _NORWEGIAN, "da": _DANISH, "fi": _FINNISH, "de": _GERMAN,
}  # fmt: skip


def quote_texts(language: str) -> QuoteTexts:
    """The words for a language tag; English where the language is not one of ours."""
    return QUOTE_LANGUAGES[language_of(language)]
