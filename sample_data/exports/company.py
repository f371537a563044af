"""All exports of the company at once."""

from pathlib import Path

from sample_data.draws import generator
from sample_data.exports.case_records import export_case_records
from sample_data.exports.complaints import export_complaints, export_recoveries
from sample_data.exports.dirt import Account
from sample_data.exports.forms import export_forms
from sample_data.exports.hotline import export_hotline
from sample_data.exports.masters import export_masters
from sample_data.exports.samples import export_audits, export_callbacks, export_servqual
from sample_data.world import World

_FORMS, _HOTLINE, _CASES, _COMPLAINTS, _RECOVERY, _AUDITS, _CALLBACKS, _SERVQUAL = range(2000, 2008)


def export(folder: Path, world: World, seed: int) -> dict[str, Account]:
    """Write every export under `folder`; return what each file or database table holds."""
    tables = world.tables
    return {
        **export_masters(folder, tables),
        **export_forms(folder, tables["feedback_forms"], generator(seed, _FORMS)),
        **export_callbacks(folder, world.callbacks, generator(seed, _CALLBACKS)),
        **export_hotline(folder, tables["contacts"], generator(seed, _HOTLINE)),
        **export_case_records(folder, tables, generator(seed, _CASES)),
        **export_complaints(folder, tables, generator(seed, _COMPLAINTS)),
        **export_recoveries(folder, tables["recovery_actions"], generator(seed, _RECOVERY)),
        **export_audits(folder, tables, generator(seed, _AUDITS)),
        **export_servqual(folder, tables, generator(seed, _SERVQUAL)),
    }
