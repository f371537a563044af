"""What a row of organisation units must satisfy."""

from etl.expectations.contract_rules import contract_rules
from etl.expectations.rules import another, in_order, not_itself
from etl.expectations.suite import Suite
from etl.expectations.zones import zone_known, zone_looked_up
from metrics.contract.org_units import TABLE

SUITE = Suite(
    table=TABLE,
    tolerance=0.02,
    worked_out={**zone_looked_up(), **another(TABLE, "parent_id")},
    rules=[
        *contract_rules(TABLE),
        in_order(TABLE, "valid_to_before_from", "valid_from", "valid_to", strictly=True),
        not_itself(TABLE, "parent_of_itself", "parent_id"),
        zone_known(TABLE),
    ],
)
