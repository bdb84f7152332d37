"""The demo: a sample shop with a hub of its own, and the guided tour of it."""
