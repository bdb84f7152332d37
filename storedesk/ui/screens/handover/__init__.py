"""The handover of one or more orders to one person."""
