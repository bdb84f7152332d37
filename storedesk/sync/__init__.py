"""The pure sync machine and its push-then-pull loop over ports."""
