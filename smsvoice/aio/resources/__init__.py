"""Our objects and verbs, one module a group."""
