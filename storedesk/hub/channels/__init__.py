"""The hub's lines to the channels: what they bring, what they are told, and where they differ."""
