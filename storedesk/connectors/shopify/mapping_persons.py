"""Buyers, recipients and addresses out of orders and customers."""

from storedesk.connectors.neutral import RemoteAddress, RemoteCustomer, RemotePerson
from storedesk.connectors.shopify.node_fields import SHORT, Node, children, id_of, moment, text


def customer_from(node: Node) -> RemoteCustomer:
    """A contact of a company takes its role from the first place it may buy for."""
    contact: Node = next(iter(node.get("companyContactProfiles") or ()), {})
    roles = [text(one.get("role") or {}, "name", SHORT) for one in children(contact, "roleAssignments")]
    return RemoteCustomer(
        external_id=id_of(node),
        person=person_from(node, {}),
        company_id=id_of(contact.get("company")),
        role=next((role for role in roles if role), ""),
        group=next((text({"tag": tag}, "tag", SHORT) for tag in node.get("tags") or ()), ""),
        changed_at=moment(node.get("updatedAt"), "updatedAt"),
    )


def person_from(customer: Node | None, order: Node) -> RemotePerson:
    """Whom to tell: what the order says counts before what the customer's page says."""
    known = customer or {}
    billing = order.get("billingAddress") or order.get("shippingAddress") or {}
    email = text(order, "email") or text(known.get("defaultEmailAddress") or {}, "emailAddress")
    phone = text(order, "phone", SHORT) or text(known.get("defaultPhoneNumber") or {}, "phoneNumber", SHORT)
    return RemotePerson(
        name=text(known, "displayName") or text(billing, "name") or text(billing, "company"),
        phone=phone or text(billing, "phone", SHORT),
        email=email,
        language=(text(order, "customerLocale", 20) or text(known, "locale", 20)).partition("-")[0].lower(),
    )


def recipient_from(order: Node, buyer: RemotePerson) -> RemotePerson | None:
    """Who receives or collects the goods, where that is somebody else."""
    shipping = order.get("shippingAddress")
    name = text(shipping, "name") if shipping else ""
    if not shipping or not name or name == buyer.name:
        return None
    return RemotePerson(name, text(shipping, "phone", SHORT), "", buyer.language)


def address_from(node: Node | None) -> RemoteAddress | None:
    if not node:
        return None
    street = ", ".join(part for part in (text(node, "address1"), text(node, "address2")) if part)
    return RemoteAddress(
        name=text(node, "name") or text(node, "company"),
        street=street,
        postcode=text(node, "zip", 20),
        city=text(node, "city"),
        country=text(node, "countryCodeV2", 2),
    )
