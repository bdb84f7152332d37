"""The long runs behind ``dev.py soak``."""
