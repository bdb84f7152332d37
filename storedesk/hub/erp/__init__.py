"""Files to and from an ERP system."""
