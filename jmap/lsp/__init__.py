"""The language server: what editors show while a map is being written. Needs the extra `lsp`."""
