"""What the hub signs in a customer's code, so that a desk can trust an order it has not heard of."""

SIGNING_KEY = "pickup.signing_key"
"""The setting of the chain with the hub's public Ed25519 key in hex."""
