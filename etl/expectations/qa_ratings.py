"""What a row of QA ratings must satisfy."""

from etl.expectations.contract_rules import contract_rules
from etl.expectations.rules import at_least
from etl.expectations.suite import Suite
from metrics.contract.qa_ratings import TABLE

SUITE = Suite(table=TABLE, tolerance=0.02, rules=[*contract_rules(TABLE), *at_least(TABLE, 0, "weight")])
