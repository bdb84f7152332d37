"""Printers by role and scanners."""
