"""What the page about all maps says, section by section, as plain data."""
