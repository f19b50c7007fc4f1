"""Path data for the few shapes that a scene names: marks, arrow heads, hatching."""

from __future__ import annotations

import math


def number(value: float) -> str:
    """A coordinate with at most two decimals and no trailing zeros, the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def path_data(commands: tuple[tuple[str | float, ...], ...]) -> str:
    return "".join(str(command[0]) + " ".join(number(float(value)) for value in command[1:]) for command in commands)


def mark_path(shape: str, x: float, y: float, size: float) -> str:
    """The outline of a mark around its centre. Areas look alike, so the pointed shapes are a little larger."""
    r = size / 2
    if shape == "circle":
        radius, across = f"{number(r)} {number(r)}", number(2 * r)
        return f"M{number(x - r)} {number(y)}a{radius} 0 1 0 {across} 0a{radius} 0 1 0 -{across} 0Z"
    return _polygon([(x + dx * r, y + dy * r) for dx, dy in _corners(shape)])


def _corners(shape: str) -> list[tuple[float, float]]:
    if shape == "diamond":
        return [(0, -1.18), (1.18, 0), (0, 1.18), (-1.18, 0)]
    if shape == "square":
        return [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
    if shape == "triangle":
        return [(0, -1.15), (1.1, 0.85), (-1.1, 0.85)]
    if shape == "hexagon":
        return [(math.sin(i * math.pi / 3) * 1.05, -math.cos(i * math.pi / 3) * 1.05) for i in range(6)]
    if shape == "cross":
        a, b = 0.38, 1.0
        return [
            (-a, -b),
            (a, -b),
            (a, -a),
            (b, -a),
            (b, a),
            (a, a),
            (a, b),
            (-a, b),
            (-a, a),
            (-b, a),
            (-b, -a),
            (-a, -a),
        ]
    if shape == "star":
        return [
            (
                math.sin(i * math.pi / 5) * (1.1 if i % 2 == 0 else 0.46),
                -math.cos(i * math.pi / 5) * (1.1 if i % 2 == 0 else 0.46),
            )
            for i in range(10)
        ]
    raise ValueError(f"no such mark: {shape}")


def _polygon(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def arrow_head(commands: tuple[tuple[str | float, ...], ...], width: float) -> str:
    """A filled triangle at the end of a path, along its last direction."""
    points = [float(v) for command in commands for v in command[1:]]
    x, y, x0, y0 = points[-2], points[-1], points[-4], points[-3]
    length = math.hypot(x - x0, y - y0) or 1.0
    ux, uy = (x - x0) / length, (y - y0) / length
    size = 5 + width
    base = (x - ux * size, y - uy * size)
    left = (base[0] - uy * size * 0.6, base[1] + ux * size * 0.6)
    right = (base[0] + uy * size * 0.6, base[1] - ux * size * 0.6)
    return _polygon([(x + ux, y + uy), left, right])


def hatch_lines(x: float, y: float, width: float, height: float, gap: float = 6.0) -> str:
    """Diagonal lines cut to a rectangle: no pattern, so no id and no surprise in other programs."""
    parts = []
    at = gap / 2
    while at < width + height:
        x0, y0 = (x + at, y) if at <= width else (x + width, y + at - width)
        x1, y1 = (x, y + at) if at <= height else (x + at - height, y + height)
        parts.append(f"M{number(x0)} {number(y0)}L{number(x1)} {number(y1)}")
        at += gap
    return "".join(parts)
