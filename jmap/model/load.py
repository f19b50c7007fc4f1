"""Documents become models, with everything that is wrong in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from jmap.diagnostics import Diagnostic
from jmap.source.document import Document, Mapping, Node, Scalar

if TYPE_CHECKING:
    from jmap.model.approved_file import ApprovedFile
    from jmap.model.base import Part
    from jmap.model.files import CatalogueFile, MapFile, ProjectFile
    from jmap.model.theme_file import ThemeFile

    P = TypeVar("P", bound=Part)

Notes = tuple[Diagnostic, ...]


def load_map(document: Document) -> tuple[MapFile | None, Notes]:
    """The journey map of a document; None if there is none to speak of. With any diagnostic, the file has errors."""
    from jmap.model.files import MapFile

    return _load(document, MapFile)


def load_project(document: Document) -> tuple[ProjectFile | None, Notes]:
    """The settings and the catalogue of a `jmap.yaml`."""
    from jmap.model.files import ProjectFile

    return _load(document, ProjectFile)


def load_catalogue(document: Document) -> tuple[CatalogueFile | None, Notes]:
    """A file that a project includes."""
    from jmap.model.files import CatalogueFile

    return _load(document, CatalogueFile)


def load_theme(document: Document) -> tuple[ThemeFile | None, Notes]:
    """A theme's file."""
    from jmap.model.theme_file import ThemeFile

    return _load(document, ThemeFile)


def load_approved(document: Document) -> tuple[ApprovedFile | None, Notes]:
    """The changes that somebody approved."""
    from jmap.model.approved_file import ApprovedFile

    return _load(document, ApprovedFile)


def _load(document: Document, kind: type[P]) -> tuple[P | None, Notes]:
    from pydantic import ValidationError

    from jmap.model.repair import repaired
    from jmap.model.report import mistakes, report
    from jmap.model.swallowed import swallowed

    if not isinstance(document.root, Mapping):
        return None, document.diagnostics or (_no_keys(document),)
    data = plain(document.root)
    notes = (*document.diagnostics, *swallowed(document))
    try:
        return kind.model_validate(data), tuple(sorted(notes))
    except ValidationError as error:
        found = mistakes(error)
    return _second_try(kind, repaired(data, found)), tuple(sorted((*notes, *report(document, found))))


def _second_try(kind: type[P], data: Any) -> P | None:
    from pydantic import ValidationError

    try:
        return None if data is None else kind.model_validate(data)
    except ValidationError:
        return None


def _no_keys(document: Document) -> Diagnostic:
    what = "text" if isinstance(document.root, Scalar) else "a list"
    message = f"the file must be keys with values; this is {what}"
    return document.diagnostic((), "wrong-type", message, "a first line `jmap: 1`, then lines such as `title: ...`")


def plain(node: Node) -> Any:
    """The tree as text, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items]
