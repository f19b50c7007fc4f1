"""A map on paper: which of its columns and rows stand on which printed page. Numbers only, no ink."""
