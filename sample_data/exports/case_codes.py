"""The integer codes by which the case system stores words."""

from typing import Final

from sample_data.clocks import STATUSES
from sample_data.exports.local import numbered_codes
from sample_data.intake import CHANNELS, GROUPS, KINDS, PRIORITIES, PRODUCTS
from sample_data.journey import STAGES
from sample_data.tables.events import KINDS as EVENT_KINDS
from sample_data.tables.events import OUTCOMES
from sample_data.tables.jobs import RESULTS

CASE_WORDS: Final = {
    "customer_group": numbered_codes(GROUPS),
    "channel": numbered_codes(CHANNELS),
    "case_type": numbered_codes(KINDS),
    "product": numbered_codes(PRODUCTS),
    "priority": numbered_codes(PRIORITIES),
    "status": numbered_codes(STATUSES),
}
EVENT_WORDS: Final = {
    "kind": numbered_codes(EVENT_KINDS),
    "to_value": numbered_codes(STATUSES),
    "stage": numbered_codes(STAGES),
    "outcome": numbered_codes(OUTCOMES),
}
JOB_WORDS: Final = {"result": numbered_codes(RESULTS)}
