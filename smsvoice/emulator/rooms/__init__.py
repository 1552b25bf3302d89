"""One module a room, with the names that rooms have everywhere: handlers enter themselves."""
