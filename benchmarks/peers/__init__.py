"""How the other libraries make the same calls, each in an environment of its own.

These modules run where the library is installed beside boto3, and smsvoice is not.
"""
