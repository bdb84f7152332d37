"""The screen on which a channel is connected, step by step."""
