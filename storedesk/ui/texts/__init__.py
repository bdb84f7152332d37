"""Translation of the texts on screen."""
