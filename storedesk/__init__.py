"""StoreDesk: the desk for shop floors and customer service, and the hub behind it."""
