"""The formats of `jmap check`: one file each, registered by being here, with `render(report) -> str`."""
