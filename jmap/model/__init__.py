"""What a journey map is: frozen pydantic models, and the words people get when a file does not fit them."""

from jmap.model.load import load_catalogue, load_map, load_project, load_theme

__all__ = ["load_catalogue", "load_map", "load_project", "load_theme"]
