"""Tests of the wire: requests and answers of all operations against botocore."""
