"""Scanner bursts, caught wherever the focus is."""
