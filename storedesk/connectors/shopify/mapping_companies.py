"""Companies and their locations as neutral companies: a location is a site below its company."""

from collections.abc import Iterator

from storedesk.connectors.neutral import RemoteCompany
from storedesk.connectors.shopify.node_fields import SHORT, Node, children, id_of, moment, text, whole

COMPANY, SITE = "company", "site"
_STATE = "open"


def companies_from(node: Node) -> Iterator[RemoteCompany]:
    """The company, followed by its sites."""
    sites = children(node, "locations")
    first = sites[0] if sites else {}
    yield RemoteCompany(
        external_id=id_of(node),
        number=text(node, "externalId", SHORT),
        name=text(node, "name"),
        country=text(first.get("billingAddress") or {}, "countryCode", 2),
        organisation_number="",
        vat_number=_vat(first),
        parent_id="",
        kind=COMPANY,
        price_list="",
        currency=text(first, "currency", 3),
        credit_limit=None,
        terms_days=None,
        state=_STATE,
        changed_at=moment(node.get("updatedAt"), "updatedAt"),
    )
    for site in sites:
        yield site_from(site, id_of(node))


def site_from(node: Node, company_id: str) -> RemoteCompany:
    """Prices and terms belong to the site in Shopify; it names the list of its first active catalogue."""
    return RemoteCompany(
        external_id=id_of(node),
        number=text(node, "externalId", SHORT),
        name=text(node, "name"),
        country=text(node.get("billingAddress") or {}, "countryCode", 2),
        organisation_number="",
        vat_number=_vat(node),
        parent_id=company_id,
        kind=SITE,
        price_list=_price_list(node),
        currency=text(node, "currency", 3),
        credit_limit=None,
        terms_days=_terms(node),
        state=_STATE,
        changed_at=moment(node.get("updatedAt"), "updatedAt"),
    )


def _vat(site: Node) -> str:
    return text(site.get("taxSettings") or {}, "taxRegistrationId", SHORT)


def _price_list(site: Node) -> str:
    active = [one for one in children(site, "catalogs") if one.get("status") == "ACTIVE"]
    return next((id_of(one["priceList"]) for one in active if one.get("priceList")), "")


def _terms(site: Node) -> int | None:
    template = (site.get("buyerExperienceConfiguration") or {}).get("paymentTermsTemplate")
    return None if not template or template.get("dueInDays") is None else whole(template, "dueInDays")
