"""The window around the screens: rail, top bar, banner, status bar."""
