"""Where figures come from: what the data page says of loads, sources, checks, rows set aside and files."""
