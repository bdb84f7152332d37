"""Tokens, fonts and icons, and how they become a palette and a style sheet."""
