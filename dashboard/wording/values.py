"""The contract's allowed values in words, and which columns hold them."""

from metrics.contract.words import NO, WORDED, WORDS, YES

__all__ = ["NO", "WORDED", "WORDS", "YES"]
