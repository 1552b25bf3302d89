"""The controls over HTTP: one table of routes, which dispatches and describes itself."""
