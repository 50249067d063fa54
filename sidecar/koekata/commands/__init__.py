"""What the commands do: one module each. They print to the console that they are given and return the exit code.

Only `koekata.cli` reads the command line.
"""
