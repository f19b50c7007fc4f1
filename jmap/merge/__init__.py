"""Three versions of a map become one: edits to different facts are joined, and what cannot be joined is marked."""
