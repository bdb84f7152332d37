"""Attention: what was not plainly accepted, and what to do about it."""
