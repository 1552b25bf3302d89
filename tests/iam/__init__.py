"""The least that programs must be allowed."""
