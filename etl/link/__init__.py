"""Linking calls and forms to the cases they are about."""
