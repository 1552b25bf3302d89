"""How a call works, without the name of a single AWS operation."""
