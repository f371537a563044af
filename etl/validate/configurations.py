"""Working each rule's configuration out once: great-expectations does it anew hundreds of times a rule."""

from collections.abc import Iterator
from contextlib import contextmanager

from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

_NAME = "configuration"


@contextmanager
def worked_out_once() -> Iterator[None]:
    """Keep every rule's configuration while rules are judged; nothing changes a rule in the meantime.

    In great-expectations 1.24 this is two fifths of the time that judging a small table takes.
    """
    settled: property = vars(Expectation)[_NAME]
    kept: dict[int, tuple[Expectation, ExpectationConfiguration]] = {}

    def configuration(rule: Expectation) -> ExpectationConfiguration:
        if id(rule) not in kept:
            # The rule is kept too, so that its id stays its own.
            kept[id(rule)] = (rule, settled.__get__(rule))
        return kept[id(rule)][1]

    setattr(Expectation, _NAME, property(configuration))
    try:
        yield
    finally:
        setattr(Expectation, _NAME, settled)
