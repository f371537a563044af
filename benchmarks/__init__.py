"""Measurements on this machine: what a load and a page cost."""
