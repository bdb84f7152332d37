"""How a collector was checked, in the words of the paper."""

_TEXTS: dict[str, dict[str, str]] = {
    "en": {"code": "Code", "qr": "Code", "id_seen": "ID seen", "name": "Name", "label": "Label"},
    "sv": {"code": "Kod", "qr": "Kod", "id_seen": "Legitimation visad", "name": "Namn", "label": "Etikett"},
    "nb": {"code": "Kode", "qr": "Kode", "id_seen": "Legitimasjon vist", "name": "Navn", "label": "Etikett"},
    "da": {"code": "Kode", "qr": "Kode", "id_seen": "Legitimation vist", "name": "Navn", "label": "Etiket"},
    "fi": {
        "code": "Koodi",
        "qr": "Koodi",
        "id_seen": "Henkilöllisyys nähty",
        "name": "Nimi",
        "label": "Etiketti",
    },
    "de": {"code": "Code", "qr": "Code", "id_seen": "Ausweis gesehen", "name": "Name", "label": "Etikett"},
}


def proof_text(proof: str, language: str) -> str:
    """The word for a kind of proof; the kind itself where it is unknown."""
    return _TEXTS.get(language, _TEXTS["en"]).get(proof, proof)
