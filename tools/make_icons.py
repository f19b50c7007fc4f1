"""Makes jmap/icons/lucide.json from the npm package lucide-static: `python tools/make_icons.py lucide-static-*.tgz`.

Get the package with `npm pack lucide-static`. The names to keep are those in lucide.json already, and any given
after the file. Every shape becomes path data, so that one `<path>` is all that a renderer needs to know.
"""

import json
import sys
import tarfile
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).parent.parent / "jmap" / "icons"
DATA = HERE / "lucide.json"


def path_data(tag: str, a: dict[str, str]) -> str:
    """One SVG shape as the `d` of a path."""
    if tag == "path":
        return a["d"]
    f = {key: float(value) for key, value in a.items() if key not in ("points", "fill")}
    if tag == "line":
        return f"M{f['x1']:g} {f['y1']:g}L{f['x2']:g} {f['y2']:g}"
    if tag in ("polyline", "polygon"):
        return "M" + "L".join(pairs(a["points"])) + ("Z" if tag == "polygon" else "")
    if tag in ("circle", "ellipse"):
        return ellipse(f["cx"], f["cy"], f.get("rx", f.get("r", 0)), f.get("ry", f.get("r", 0)))
    if tag == "rect":
        rx = f.get("rx", f.get("ry", 0))
        return rect(f.get("x", 0), f.get("y", 0), f["width"], f["height"], rx)
    raise ValueError(tag)


def pairs(points: str) -> list[str]:
    numbers = points.replace(",", " ").split()
    return [f"{x} {y}" for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    return f"M{x - rx:g} {y:g}a{rx:g} {ry:g} 0 1 0 {2 * rx:g} 0a{rx:g} {ry:g} 0 1 0 {-2 * rx:g} 0Z"


def rect(x: float, y: float, w: float, h: float, r: float) -> str:
    if not r:
        return f"M{x:g} {y:g}h{w:g}v{h:g}h{-w:g}Z"
    corner = f"a{r:g} {r:g} 0 0 1 "
    return (
        f"M{x + r:g} {y:g}h{w - 2 * r:g}{corner}{r:g} {r:g}v{h - 2 * r:g}{corner}{-r:g} {r:g}"
        f"h{2 * r - w:g}{corner}{-r:g} {-r:g}v{2 * r - h:g}{corner}{r:g} {-r:g}Z"
    )


def strokes(svg: str) -> list[str]:
    """The shapes of one icon file."""
    return [path_data(shape.tag.rpartition("}")[2], shape.attrib) for shape in ET.fromstring(svg)]


def member(archive: tarfile.TarFile, name: str) -> str:
    file = archive.extractfile(f"package/{name}")
    if file is None:
        raise SystemExit(f"{name} is not in the package")
    return file.read().decode()


def main(package: str, *more: str) -> None:
    """Writes lucide.json and the licence."""
    kept = json.loads(DATA.read_text("utf-8")) if DATA.exists() else {}
    with tarfile.open(package) as archive:
        icons = {name: strokes(member(archive, f"icons/{name}.svg")) for name in sorted({*kept, *more})}
        (HERE / "LICENSE").write_text(member(archive, "LICENSE"), "utf-8")
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(paths)}" for name, paths in icons.items())
    DATA.write_text(f"{{\n{rows}\n}}\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
