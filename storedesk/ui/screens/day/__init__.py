"""The day of a place: opening it, changing shift, closing it with a scan of the shelf."""
