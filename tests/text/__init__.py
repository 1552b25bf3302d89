"""How long a text is, and how a phone number is written."""
