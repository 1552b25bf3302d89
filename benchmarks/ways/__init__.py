"""How each entrant makes the calls that are measured; peers' ways stand in `benchmarks.peers`."""
