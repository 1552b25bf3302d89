"""One flavour of smsvoice: the client, its API, its pagers and its objects."""
