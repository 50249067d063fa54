"""Measurements that anyone can repeat: `koekata bench`."""
