"""Pieces of a page: what they show is decided elsewhere, they put it on the screen."""
