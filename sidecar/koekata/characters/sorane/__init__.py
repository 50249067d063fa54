"""A girl with a head that moves in 52 ways."""
