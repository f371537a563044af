"""Which columns hold the contract's allowed values, which are told in words."""

from metrics.contract.words import NO, WORDS, YES

__all__ = ["NO", "WORDED", "WORDS", "YES"]

# Columns whose values are words of the contract, not a company's own.
WORDED = frozenset(
    {
        "attribution",
        "direction",
        "from_value",
        "initiated_by",
        "outcome",
        "result",
        "round",
        "sampling",
        "severity",
        "case_type",
        "category",
        "channel",
        "customer_group",
        "disposition",
        "method",
        "priority",
        "source_kind",
        "status",
        "step",
        "to_value",
        "type",
        "unit",
        "verified",
    }
)
