"""All that staff can do, as pure functions that desk and hub both run."""
