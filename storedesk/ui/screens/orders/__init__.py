"""The orders screen: what was found, and one order in full."""
