"""The customers screen: companies found, and one account in full."""
