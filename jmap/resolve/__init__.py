"""From map files to a workspace: every name is looked up, every number that follows is computed."""
