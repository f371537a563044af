"""A first workspace for exports that nobody has mapped yet: guesses written down, doubts asked."""

from etl.init.first import first_workspace, write_first_workspace

__all__ = ["first_workspace", "write_first_workspace"]
