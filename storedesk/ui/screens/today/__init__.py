"""The board of the day."""
