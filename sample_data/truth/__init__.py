"""What the sample company's figures truly are, counted from its clean rows in plain Python.

Nothing here uses `metrics`: the product's answers are compared with these, so they must come from elsewhere.
"""
