"""A statement's arithmetic written out line by line, as one would on paper, from what the statement itself says."""
