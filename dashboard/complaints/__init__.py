"""Complaints and recovery: what the page about them says, decided before anything is drawn."""
