"""Where things go: journeys become scenes, which are numbers and names of tokens, never ink."""
