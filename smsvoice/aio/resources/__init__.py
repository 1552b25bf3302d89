"""Our objects and verbs, one module a room."""
