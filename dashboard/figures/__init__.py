"""Figures as functions that return figures; the colours and the style of all of them in `palette`."""
