"""One-time codes: the rules on every store, races, kills, what is shown, and the examples."""
