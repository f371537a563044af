"""What a row of reason codes must satisfy; a master list is expected to be clean."""

from etl.expectations.contract_rules import contract_rules
from etl.expectations.suite import Suite
from metrics.contract.reason_codes import TABLE

SUITE = Suite(table=TABLE, tolerance=0.02, rules=contract_rules(TABLE))
