"""Diagrams: a journey as DOT source, and as a scene drawn at the numbers that dot finds for that source."""
