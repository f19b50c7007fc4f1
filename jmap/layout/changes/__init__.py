"""What changed in a map, as a picture: one layout for both sides, with marks for what came, went and changed."""
