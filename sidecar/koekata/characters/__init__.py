"""The characters that come along, and the scripts that make them."""
