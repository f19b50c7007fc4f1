"""jmap: journey maps as code. Read `jmap/compiler.py` first: it is the whole pipeline on one page."""

__version__ = "0.1.0"
