"""jmap inside other tools: notebooks, MkDocs, Sphinx. Each shows a map, or what is wrong with it and where."""
