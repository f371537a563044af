"""Complaints: which count, how severe they are, and what they are about."""
