"""What buyers looked at online, with their consent: taken from channels, added up by day, kept 90 days."""
