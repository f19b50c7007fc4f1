"""How it looks: named colours and the files that set them."""
