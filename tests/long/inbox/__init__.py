"""The inbox page in a real browser."""
