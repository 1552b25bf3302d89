"""Long tests: independent clients, browsers, kills."""
