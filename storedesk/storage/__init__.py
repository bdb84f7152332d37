"""SQL, and the only place for it: tables, views, feed, outbox, snapshots."""
