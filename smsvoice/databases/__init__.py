"""Databases of applications: where one may be, how one is reached, what its failures say."""
