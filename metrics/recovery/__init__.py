"""Service recovery: the five steps, how long they take, what they cost and what they are worth."""
