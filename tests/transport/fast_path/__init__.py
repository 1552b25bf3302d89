"""The fast path: equal to botocore's in all that a caller or AWS can see."""
