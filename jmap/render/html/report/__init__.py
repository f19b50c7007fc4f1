"""The sections of a map's page that work something out: rankings, inventories, sums and what follows from them."""
