"""Pictures for personas and places: decoded, made small and written anew, so that nothing of a file goes further."""

from __future__ import annotations

import io
import os
import stat
import warnings
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from jmap.source.files import LFS

BYTES = 10_000_000
TOO_BIG = "is bigger than 10 MB"
PIXELS = 40_000_000
SIDE = 512  # pixels of the longer side, at most
_TOO_MANY = "has more than 40 million pixels"
_FORMATS = ("PNG", "JPEG", "WEBP")


@dataclass(frozen=True, slots=True)
class Picture:
    """PNG or JPEG without metadata: its bytes, its media type and its size in pixels."""

    data: bytes
    media_type: str
    width: int
    height: int


def load(root: Path, file: str) -> Picture | str:
    """The picture at `file`, a path inside the folder `root` with `/`; or why there is none, as a sentence.

    The sentence goes on after the file's name: "does not exist". Links are followed as long as they stay in the root.
    """
    try:
        data = _bytes(root, file)
    except OSError as error:
        return (
            "does not exist" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror or error}"
        )
    except ValueError:  # a null character
        return "is not a path"
    except RuntimeError:  # what pathlib makes of links in a circle, before Python 3.13
        return "is a link to itself"
    return data if isinstance(data, str) else decode(data)


def _bytes(root: Path, file: str) -> bytes | str:
    if leads_out(file):
        return "leads out of the project"
    home = root.resolve(strict=True)
    real = (home / PurePosixPath(file)).resolve(strict=True)
    if not real.is_relative_to(home):
        return "is a link that leads out of the project"
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    if not real.is_file():
        return "is not a file"
    with os.fdopen(os.open(real, flags), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            return "is not a file"
        data = stream.read(BYTES + 1)
    return data if len(data) <= BYTES else TOO_BIG


def leads_out(file: str) -> bool:
    """Whether a path, as written, is anything but a way down from the project's folder."""
    path = PurePosixPath(file)
    return path.is_absolute() or ".." in path.parts or "\\" in file or ":" in file.split("/")[0]


def decode(data: bytes) -> Picture | str:
    """The picture that these bytes are, made small and bare; or why they are none."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    if data.startswith(LFS):
        return "is a pointer of Git LFS, not the picture: run `git lfs pull`"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                if image.width * image.height > PIXELS:
                    return _TOO_MANY
                image.draft("RGB", (SIDE, SIDE))
                image.load()
                upright = ImageOps.exif_transpose(image)
                return _written(upright)
        except Image.DecompressionBombError:
            return _TOO_MANY
        except UnidentifiedImageError:
            return "is not a PNG, JPEG or WebP picture"
        except Exception as error:  # decoders raise nearly everything on broken files
            return f"is broken: {type(error).__name__}"


def _written(image: Any) -> Picture:
    """A picture that lets light through stays a PNG, all others become JPEGs."""
    from PIL import Image

    clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    small = image.convert("RGBA" if clear else "RGB")
    small.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    fresh = Image.new(small.mode, small.size)
    fresh.paste(small)
    out = io.BytesIO()
    if clear:
        fresh.save(out, "PNG", optimize=True)
    else:
        fresh.save(out, "JPEG", quality=85, optimize=True)
    return Picture(out.getvalue(), "image/png" if clear else "image/jpeg", *fresh.size)
