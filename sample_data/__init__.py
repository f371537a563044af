"""A believable company for the product to measure: its generator, its exports and the truth about them."""
