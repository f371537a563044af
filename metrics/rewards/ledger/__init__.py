"""The ledger: closed months that never move, what later data adds to them, and who has acted on them, in one chain."""
