"""What tills say, taken in: lines, keys, watched folders, silence."""
