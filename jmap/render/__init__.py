"""Bytes: scenes become SVG, journeys become pages, and dot is run."""
