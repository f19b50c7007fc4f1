"""What git knows: revisions, their files, merge bases. Nothing that a repository configures is ever run."""
