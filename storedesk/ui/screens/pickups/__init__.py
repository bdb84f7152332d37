"""Pickups: the queue, one pickup in full, and the work on it."""
