"""The terminal: the only room that knows click, prints, exits and reads the environment."""
