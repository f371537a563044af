"""SERVQUAL: expectation against perception by dimension, its weights and reliability, and the five gaps."""
