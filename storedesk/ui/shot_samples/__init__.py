"""Sample values for the pictures of the screens."""
