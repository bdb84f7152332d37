"""The channels screen and its parts."""
