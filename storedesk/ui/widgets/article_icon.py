"""The icon that stands for a kind of article until there is a photograph."""

_ICONS: dict[str, str] = {
    "jackets": "shirt", "tops": "shirt", "trousers": "shirt", "shoes": "shoe", "boots": "shoe", "socks": "sock",
    "bottles": "bottle", "flasks": "bottle",
}  # fmt: skip


def article_icon(category: str) -> str:
    """A picture for a kind of article; a plain parcel for those without."""
    return _ICONS.get(category.lower(), "package")
