"""Builds `jmap-VERSION.vsix` for VS Code: a zip of plain JavaScript and schemas. Needs Python, and no network."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SCHEMAS = ("map", "project", "theme")
STAMP = (1980, 1, 1, 0, 0, 0)  # the same sources make the same file
TYPES = {"js": "application/javascript", "json": "application/json", "html": "text/html", "md": "text/markdown"}
TYPES |= {"vsixmanifest": "text/xml", "txt": "text/plain"}


def files() -> dict[str, bytes]:
    """Everything in the extension, by its name there."""
    own = [HERE / "package.json", HERE / "extension.js", HERE / "README.md", *sorted((HERE / "lib").iterdir())]
    found = {path.relative_to(HERE).as_posix(): path.read_bytes() for path in own}
    found |= {f"schemas/{name}.json": (ROOT / "schemas" / f"{name}.json").read_bytes() for name in SCHEMAS}
    return found | {"LICENSE.txt": (ROOT / "LICENSE").read_bytes()}


def manifest(package: dict[str, object]) -> str:
    """What the gallery and the editor read first."""
    about = {key: str(package[key]) for key in ("name", "version", "publisher", "displayName", "description")}
    engine = package["engines"]
    assert isinstance(engine, dict)
    identity = " ".join(
        f"{key}={quoteattr(about[value])}"
        for key, value in (("Id", "name"), ("Version", "version"), ("Publisher", "publisher"))
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" {identity}/>
    <DisplayName>{escape(about["displayName"])}</DisplayName>
    <Description xml:space="preserve">{escape(about["description"])}</Description>
    <Categories>Programming Languages,Linters,Formatters,Visualization</Categories>
    <License>extension/LICENSE.txt</License>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value={quoteattr(engine["vscode"])}/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
"""


def types() -> str:
    """What the endings of the files mean."""
    known = "".join(f'<Default Extension=".{end}" ContentType="{kind}"/>' for end, kind in sorted(TYPES.items()))
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="{space}">{known}</Types>\n'


def build(folder: Path) -> Path:
    """Write the extension into a folder, and say where."""
    package = json.loads((HERE / "package.json").read_text("utf-8"))
    content = {"[Content_Types].xml": types().encode(), "extension.vsixmanifest": manifest(package).encode()}
    content |= {f"extension/{name}": data for name, data in files().items()}
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{package['name']}-{package['version']}.vsix"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            info = zipfile.ZipInfo(name, STAMP)
            info.external_attr = 0o644 << 16
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return target


if __name__ == "__main__":
    sys.stdout.write(f"{build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / 'build')}\n")
