"""What changes mean, one judgement a file: what exists in this folder counts by existing.

A rule has `CODES` (codes, or patterns of them with `*`) and `judge(found)`, which gives a Judgement, or None where
the default by kind of field (`jmap.diff.grades`) is right.
"""
