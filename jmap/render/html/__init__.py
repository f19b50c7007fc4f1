"""HTML pages: one for each map, and the index of all of them."""
