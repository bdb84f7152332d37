"""Transfers: goods on their way between places."""
