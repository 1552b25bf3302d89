"""Read by mypy and pyright, never run."""
