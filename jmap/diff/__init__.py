"""Two workspaces become changes, and judgements on them: what changed in the journey, then whether it matters."""
