"""Messages between desk and hub, and between window and worker."""
