"""The feelings row: one curve a persona over a scale of faces."""
