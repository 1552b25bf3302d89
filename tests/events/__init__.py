"""Events as every carrier brings them, and who signed them."""
