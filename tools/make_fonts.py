"""Make the fonts that jmap ships: static, subset instances of the variable fonts that PyPI's fontpkg-* packages hold.

    pip install fontpkg-inter fontpkg-newsreader fontpkg-noto-serif \\
                fontpkg-noto-sans-arabic fontpkg-noto-sans-thai fontpkg-noto-sans-devanagari
    python tools/make_fonts.py            # writes jmap/fonts/
    python tools/make_fonts.py --check    # exit status 1 if jmap/fonts/ is not what this would write

Instances instead of variable fonts: a static face is measured and subset about four times as fast, and every picture
that jmap draws subsets some of them.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

FONTS = Path(__file__).parent.parent / "jmap" / "fonts"
Ranges = tuple[tuple[int, int], ...]

LATIN: Ranges = (
    (0x20, 0x7E),  # Basic Latin
    (0xA0, 0x24F),  # Latin-1, Latin Extended-A and -B
    (0x2B0, 0x36F),  # modifier letters, combining marks
    (0x370, 0x3FF),  # Greek
    (0x400, 0x52F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2010, 0x205F),  # punctuation
    (0x2070, 0x20C0),  # superscripts, subscripts, currency
    (0x2100, 0x218F),  # letter-like, fractions
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x2300, 0x2319),
    (0x25A0, 0x25FC),  # shapes, without those that are drawn as emoji
    (0x2605, 0x2606),
    (0x2713, 0x2718),
    (0xFB00, 0xFB06),  # ligatures
    (0xFFFD, 0xFFFD),
)
GREEK_CYRILLIC: Ranges = ((0x180, 0x24F), *LATIN[2:])  # what Newsreader lacks
ARABIC: Ranges = ((0x600, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0x200C, 0x200F), (0x25CC, 0x25CC), (0xFB50, 0xFEFC))
THAI: Ranges = ((0xE00, 0xE7F), (0x200C, 0x200D), (0x25CC, 0x25CC))
DEVANAGARI: Ranges = (
    (0x900, 0x97F),
    (0x1CD0, 0x1CFF),
    (0x200C, 0x200D),
    (0x25CC, 0x25CC),
    (0xA830, 0xA839),
    (0xA8E0, 0xA8FF),
)

# What a browser applies by itself, plus figures of one width. Inter's `calt` is left out: its alternates would
# make every embedded subset a tenth bigger for the height of a colon.
COMMON = ("kern", "mark", "mkmk", "locl", "ccmp", "liga", "rlig", "rvrn", "tnum")
JOINING = ("init", "medi", "fina", "isol", "rtlm", "dist")
INDIC = ("abvs", "akhn", "blwf", "blws", "cjct", "half", "nukt", "pres", "psts", "rkrf", "rphf", "abvm", "blwm")
REGULAR = {"wdth": 100, "wght": 400}
NAMES = (0, 1, 2, 5, 6, 13, 14)  # copyright, family, style, version, licence
DROPPED = ("DSIG", "STAT", "MVAR", "gasp", "prep")


@dataclass(frozen=True)
class Instance:
    """One shipped file: which package and file it is cut from, at which place of the design space."""

    package: str
    source: str
    axes: Mapping[str, float]
    ranges: Ranges


def _weights(
    stem: str, weights: Iterable[int], package: str, source: str, axes: Mapping[str, float], ranges: Ranges
) -> dict[str, Instance]:
    return {f"{stem}-{w}": Instance(package, source, {**axes, "wght": w}, ranges) for w in weights}


INSTANCES: dict[str, Instance] = {
    **_weights("inter", (400, 600, 650), "fontpkg_inter", "Inter[opsz,wght].ttf", {"opsz": 14}, LATIN),
    "newsreader-400": Instance("fontpkg_newsreader", "Newsreader[opsz,wght].ttf", {"wght": 400, "opsz": 20}, LATIN),
    "newsreader-500": Instance("fontpkg_newsreader", "Newsreader[opsz,wght].ttf", {"wght": 500, "opsz": 32}, LATIN),
    "newsreader-display": Instance("fontpkg_newsreader", "Newsreader[opsz,wght].ttf", {"wght": 400, "opsz": 72}, LATIN),
    "newsreader-italic": Instance(
        "fontpkg_newsreader", "Newsreader-Italic[opsz,wght].ttf", {"wght": 400, "opsz": 18}, LATIN
    ),
    "noto-serif-400": Instance("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf", REGULAR, GREEK_CYRILLIC),
    "noto-serif-italic": Instance("fontpkg_noto_serif", "NotoSerif-Italic[wdth,wght].ttf", REGULAR, GREEK_CYRILLIC),
    **_weights(
        "noto-arabic", (400, 600), "fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf", {"wdth": 100}, ARABIC
    ),
    **_weights("noto-thai", (400, 600), "fontpkg_noto_sans_thai", "NotoSansThai[wdth,wght].ttf", {"wdth": 100}, THAI),
    **_weights(
        "noto-devanagari",
        (400, 600),
        "fontpkg_noto_sans_devanagari",
        "NotoSansDevanagari[wdth,wght].ttf",
        {"wdth": 100},
        DEVANAGARI,
    ),
}
LICENCES = {
    "Inter": "fontpkg_inter",
    "Newsreader": "fontpkg_newsreader",
    "NotoSerif": "fontpkg_noto_serif",
    "NotoSansArabic": "fontpkg_noto_sans_arabic",
    "NotoSansThai": "fontpkg_noto_sans_thai",
    "NotoSansDevanagari": "fontpkg_noto_sans_devanagari",
}


def tags(names: Iterable[str]) -> list[int]:
    """OpenType tags as the numbers that hb-subset's sets hold."""
    return [int.from_bytes(name.encode("ascii"), "big") for name in names]


def package(name: str) -> Path:
    """The folder of an installed package; exits with what to install."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is missing: pip install {name.replace('_', '-')}")
    return Path(spec.submodule_search_locations[0])


def cut(instance: Instance) -> bytes:
    """The font file of one instance."""
    face = hb.Face(hb.Blob.from_file_path(str(package(instance.package) / "files" / instance.source)))
    plan = hb.SubsetInput()
    plan.unicode_set.update(code for first, last in instance.ranges for code in range(first, last + 1))
    plan.layout_feature_tag_set.clear()
    plan.layout_feature_tag_set.update(tags(COMMON + JOINING + INDIC))
    plan.drop_table_tag_set.update(tags(DROPPED))
    plan.name_id_set.clear()
    plan.name_id_set.update(NAMES)
    plan.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    for axis, value in instance.axes.items():
        plan.pin_axis_location(face, axis, value)
    return bytes(hb.subset(face, plan).blob.data)


def files() -> dict[str, bytes]:
    """Name and content of everything this tool writes."""
    fonts = {f"{stem}.ttf": cut(instance) for stem, instance in INSTANCES.items()}
    return fonts | {f"OFL-{name}.txt": (package(source) / "LICENSE").read_bytes() for name, source in LICENCES.items()}


def main() -> int:
    made = files()
    if "--check" in sys.argv[1:]:
        stale = [
            name for name, data in made.items() if not (FONTS / name).is_file() or (FONTS / name).read_bytes() != data
        ]
        for name in stale:
            print(f"{name} is not current: run tools/make_fonts.py")
        return 1 if stale else 0
    for name, data in made.items():
        (FONTS / name).write_bytes(data)
        print(f"{len(data):8} {name}")
    print(f"{sum(map(len, made.values())):8} in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
