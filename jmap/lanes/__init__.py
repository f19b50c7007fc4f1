"""The rows of a map: what they are called, in which order they stand, and what kind of cell they hold."""
