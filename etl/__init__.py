"""How data arrives: extract, map, validate, link, store, compute, publish. Knows the metrics room, never a screen."""
