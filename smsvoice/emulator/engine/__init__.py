"""One request in, one answer out: store, clock, ids, paging, service errors and settings."""
