"""The rewards page, part by part: the month and a statement, the ways to act on them, and what stands beside them."""
