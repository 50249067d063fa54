"""A cat of paper: drawings that switch, on cards."""
