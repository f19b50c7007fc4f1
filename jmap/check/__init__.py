"""Is a map good? One rule a file in `rules/`; findings are data."""
