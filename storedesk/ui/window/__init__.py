"""The window put together: session, screens and what connects them."""
