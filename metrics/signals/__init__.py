"""Signals: control charts and their rules, which tell a change worth a look from the ups and downs of chance. Pure."""
