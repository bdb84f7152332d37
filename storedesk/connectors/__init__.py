"""Everything that brings data in from other systems."""
