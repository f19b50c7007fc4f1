"""What the machine would not do: no file, no room, no program. Never a mistake in a map, never a defect of ours."""


class Failure(Exception):
    """One sentence for the person at the terminal; the command line prints it and exits with 2."""
