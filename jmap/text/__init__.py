"""Text as it is drawn: which font, how wide, where its lines break, and the fonts that a picture carries with it."""
