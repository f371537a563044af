"""What a statement says on paper and on screen: typed tables, written-out sums and signatures, before any layout."""
