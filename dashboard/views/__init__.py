"""The pages, one file each: ask, read, show. Nothing is computed here."""
