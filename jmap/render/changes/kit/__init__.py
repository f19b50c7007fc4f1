"""What the formats of a comparison share: the review that they show, and one way out of it for each kind of reader."""
