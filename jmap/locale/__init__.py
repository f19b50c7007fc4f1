"""What jmap itself says on a map, in each language, and how that language writes numbers, dates and durations."""
