"""The desk without Qt: worker, reads, hub client, session."""
