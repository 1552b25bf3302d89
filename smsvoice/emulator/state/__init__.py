"""The tables of each resource, and the small questions that are asked of them."""
