"""`accuracy`: what audits found, weighted by strata beside the pooled share, and how far two raters agree."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from metrics.accuracy.attributes import ANSWER, GROUPS
from metrics.cli.output import print_json
from metrics.cli.question import add_command, add_period, period
from metrics.store import EVERYTHING, open_store
from metrics.store.audits import Audited, audited

if TYPE_CHECKING:
    from metrics.cli.question import Commands


def add(commands: "Commands") -> None:
    """Declare the command."""
    what = "What audits found, weighted by strata beside the pooled share, and how far two raters agree."
    parser = add_command(commands, "accuracy", _run, what)
    add_period(parser)
    of_transactions = [group for group in GROUPS if group != "non_critical"]
    parser.add_argument("--group", choices=of_transactions, default=ANSWER, help="which errors (default: the answer's)")


def _run(asked: argparse.Namespace) -> None:
    found = audited(open_store(asked.workspace), EVERYTHING, asked.group, *period(asked))
    if asked.json:
        print_json(_plain(found))
        return
    weighted = found.weighted
    print(f"{found.group} weighted={weighted.value} interval={weighted.low}..{weighted.high}")
    print(
        f"{found.group} pooled={weighted.pooled} n={weighted.n} interval={weighted.pooled_low}..{weighted.pooled_high}"
    )
    for name, strata in (("not sampled", weighted.unsampled), ("of unknown size", weighted.unsized)):
        if strata:
            print(f"no weighted value: {name}: {', '.join(strata)}")
    for row in weighted.strata.iter_rows(named=True):
        print(f"  {row['stratum']:24} weight={row['weight']} share={row['share']} n={row['n']} of {row['population']}")
    print(f"not in the weighted value: targeted {found.targeted}, left out {found.left_out}")
    print(f"rated twice n={found.agreement.n} agreement={found.agreement.observed} kappa={found.agreement.kappa}")


def _plain(found: Audited) -> dict[str, Any]:
    weighted = {name: getattr(found.weighted, name) for name in found.weighted.__dataclass_fields__}
    return {
        "group": found.group,
        **weighted,
        "strata": found.weighted.strata.to_dicts(),
        "left_out": found.left_out,
        "targeted": found.targeted,
        "agreement": asdict(found.agreement),
        "agreement_linear": asdict(found.ordered),
    }
