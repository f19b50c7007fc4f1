"""Where names stand in the files: who is defined where, and who is meant where; for find, rename and editors."""
