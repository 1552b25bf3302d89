"""The figures that the project wants, beside raw boto3 on the newest botocore."""

GOALS = {
    "send/smsvoice": "at most 0.24",
    "tls/smsvoice": "at most 0.26",
    "send/async": "at most 0.22",
    "threads/smsvoice": "at most 0.22",
    "tasks/async": "at most 0.14",
    "tasks_rate/async": "at least 6 times as many a second",
    "far/async": "at most 0.16",
    "list/smsvoice": "at most 0.22",
    "start/smsvoice": "at most 1.20",
    "send/closed": "at most 1.05",
    "list/closed": "at most 0.45",
}
"""By row and library: a share of raw boto3's CPU time, or how many times as many sends a second."""
