"""The path row: a ribbon of customers, where they leave, go back and skip."""
