"""What smsvoice costs and what it guarantees, measured beside raw boto3."""
