"""Stock: what is where, and why."""
