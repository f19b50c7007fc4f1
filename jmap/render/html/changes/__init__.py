"""The page of a comparison: what changed, for whom it matters, and both pictures."""
