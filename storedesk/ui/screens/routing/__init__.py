"""The Routing screen: rules, why this store, what if."""
