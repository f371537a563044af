"""Rewards and penalties: dated policies, the judgement of a unit's month, and the statement that tells it. Pure."""
