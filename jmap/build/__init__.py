"""The output folder: each file whole or not at all, and a manifest of what was built from what."""
