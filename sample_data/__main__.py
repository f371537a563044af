"""`python -m sample_data generate`: write the sample company's exports and the truth about them."""

import argparse
import shutil
from pathlib import Path

from sample_data.exports.company import export
from sample_data.truth.document import truth, write_truth
from sample_data.world import world

_WORKSPACE = Path(__file__).parent / "workspace"
_SETTINGS = ("workspace.toml", "policy.toml")


def main() -> None:
    """Generate what the command line asks for."""
    asked = _parser().parse_args()
    company = world(asked.cases, asked.seed)
    accounts = export(asked.folder / "exports", company, asked.seed)
    write_truth(asked.folder / "truth.json", truth(company, accounts, asked.seed))
    for name in _SETTINGS:
        if not (asked.folder / name).exists():
            shutil.copy(_WORKSPACE / name, asked.folder / name)
    print(f"{sum(account.as_dict()['rows'] for account in accounts.values()):,} rows in {len(accounts)} exports")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sample_data", description=__doc__)
    generate = parser.add_subparsers(required=True).add_parser("generate", help="write the exports")
    generate.add_argument("--folder", type=Path, default=_WORKSPACE)
    generate.add_argument("--seed", type=int, default=20240101)
    generate.add_argument("--cases", type=int, default=12_000)
    return parser


if __name__ == "__main__":
    main()
