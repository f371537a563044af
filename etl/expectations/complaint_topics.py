"""What a row of complaint topics must satisfy."""

from etl.expectations.contract_rules import contract_rules
from etl.expectations.suite import Suite
from metrics.contract.complaint_topics import TABLE

SUITE = Suite(table=TABLE, tolerance=0.02, rules=contract_rules(TABLE))
