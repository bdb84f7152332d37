"""The icon that stands for a kind of article until there is a photograph."""

_ICONS: dict[str, str] = {
    "jackets": "shirt", "tops": "shirt", "trousers": "shirt", "fleece": "shirt", "layer": "shirt", "down": "shirt",
    "rainwear": "shirt", "shoes": "shoe", "boots": "shoe", "running": "shoe", "sandals": "shoe",
    "wellingtons": "shoe", "socks": "sock", "bottles": "bottle", "flasks": "bottle",
}  # fmt: skip


def article_icon(category: str) -> str:
    """A picture for a kind of article, by the first word of it that has one; else a plain parcel."""
    words = category.lower().replace(",", " ").split()
    return next((_ICONS[word] for word in words if word in _ICONS), "package")
