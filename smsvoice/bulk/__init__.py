"""Sending to many people: rows of a table, and the members of a request that each row fills."""
