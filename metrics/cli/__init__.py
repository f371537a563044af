"""The metrics layer's command line, one file per command: each has `add(commands)`, which declares it."""
