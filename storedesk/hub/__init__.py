"""The hub: decides actions, keeps the feed, serves desks."""
