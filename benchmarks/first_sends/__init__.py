"""Whole programmes that send one text and end, as an application would write them.

Each is run with the server's address as its only argument; credentials and region are in the
environment.
"""
