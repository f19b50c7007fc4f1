"""Is a map good? One rule a file; findings are data."""
