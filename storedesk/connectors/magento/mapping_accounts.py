"""Customers and B2B companies."""

from collections.abc import Mapping
from typing import Any

from storedesk.connectors.magento.scalars import amount, identity, moment, record, rows, text
from storedesk.connectors.neutral import RemoteCompany, RemoteCustomer, RemotePerson

_STATES = {"0": "waiting", "1": "open", "2": "blocked", "3": "blocked"}
"""Pending, approved, rejected and blocked."""


def customer_of(
    item: Mapping[str, Any], groups: Mapping[str, str], roles: Mapping[str, str] | None = None
) -> RemoteCustomer:
    """``groups`` are customer groups' codes by id, ``roles`` names of roles in companies by customer's id. Raises
    Odd."""
    company = record(record(item.get("extension_attributes")).get("company_attributes"))
    addresses = rows(item.get("addresses"))
    phone = text(company.get("telephone"), 40) or next(
        (text(one.get("telephone"), 40) for one in addresses if one.get("telephone")), ""
    )
    company_id = text(company.get("company_id"))
    return RemoteCustomer(
        external_id=identity(item.get("id"), "id"),
        person=RemotePerson(
            person_name(item.get("firstname"), item.get("lastname")), phone, text(item.get("email")), ""
        ),
        company_id="" if company_id == "0" else company_id,
        role=(roles or {}).get(text(item.get("id"))) or text(company.get("job_title")),
        group=groups.get(text(item.get("group_id")), text(item.get("group_id"))),
        changed_at=moment(item.get("updated_at")),
    )


def person_name(first: Any, last: Any) -> str:
    return text(f"{text(first)} {text(last)}")


def company_of(
    item: Mapping[str, Any], credit: Mapping[str, Any], parent: str, groups: Mapping[str, str], currency: str
) -> RemoteCompany:
    """``credit`` is its row of companyCredits or empty, ``parent`` a company's id or empty. Its contract prices are
    the tier prices of its customer group, which is its shared catalogue's. Raises Odd."""
    limit = credit.get("credit_limit")
    group = text(item.get("customer_group_id"))
    return RemoteCompany(
        external_id=identity(item.get("id"), "id"),
        number=text(item.get("reseller_id"), 40),
        name=text(item.get("company_name")),
        country=text(item.get("country_id"), 2),
        organisation_number="",
        vat_number=text(item.get("vat_tax_id"), 40),
        parent_id=parent,
        kind="site" if parent else "company",
        price_list=groups.get(group, group),
        currency=text(credit.get("currency_code"), 3) or currency,
        credit_limit=None if limit is None else amount(limit, "credit_limit"),
        terms_days=None,
        state=_STATES.get(text(item.get("status")), "waiting"),
        changed_at=0,
    )
