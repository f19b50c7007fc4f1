"""One command a file: `NAME.py` is `jmap NAME`, holds `command`, and its first line is the short help."""
