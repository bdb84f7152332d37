"""The quotes screen and its parts."""
