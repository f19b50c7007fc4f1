"""The rules: one file each, registered by being here. See `jmap.check.rule`."""
