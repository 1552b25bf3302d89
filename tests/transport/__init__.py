"""Tests of the transport: faults, hooks, threads, cancellation."""
