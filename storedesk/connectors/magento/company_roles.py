"""Who does what in a company there: its administrator, and those who have a role with a name of its own."""

from collections.abc import Mapping

from storedesk.connectors.magento.client import Client
from storedesk.connectors.magento.refusals import SaidNo
from storedesk.connectors.magento.scalars import rows, text
from storedesk.connectors.magento.search import every
from storedesk.connectors.trouble import Stopped

ROLES, COMPANIES = "/V1/company/role/", "/V1/company/"
ADMINISTRATOR, EVERYBODY = "administrator", "default user"
KEPT_MS = 20 * 3_600_000
"""Asked for again after so long: there is one call for each role."""
MOST_ROLES = 2_000


async def roles_of(client: Client) -> Mapping[str, str]:
    """Names of roles by customer's id; the role that everybody has who was given none is left out. A right that is
    missing leaves the rest: nobody is stopped for not knowing who approves."""
    named = await _named(client)
    administrators = every(client, COMPANIES, (), 200, "id", field="entity_id")
    found = {text(one.get("super_user_id")): ADMINISTRATOR async for one in administrators}
    return {**named, **{own: role for own, role in found.items() if own not in ("", "0")}}


async def _named(client: Client) -> dict[str, str]:
    found: dict[str, str] = {}
    asked = 0
    try:
        async for role in every(client, ROLES, (), 100, "id", field="role_id"):
            own, name = text(role.get("id")), text(role.get("role_name"), 60)
            if name.casefold() == EVERYBODY or not own.isdigit() or asked >= MOST_ROLES:
                continue
            asked += 1
            for user in rows(await client.get(f"{ROLES}{own}/users")):
                found[text(user.get("id"))] = name
    except SaidNo:
        return found
    except Stopped as stopped:
        if stopped.why != "right_missing":
            raise
    return found
