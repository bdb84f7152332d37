"""One module per screen; none knows another."""
