"""`python -m sample_data generate`: write the sample company's exports and the truth, or a company in bulk."""

import argparse
import shutil
from pathlib import Path

from sample_data.bulk import write_bulk
from sample_data.exports.company import export
from sample_data.truth.document import truth, write_truth
from sample_data.world import world

_WORKSPACE = Path(__file__).parent / "workspace"
_SETTINGS = ("workspace.toml", "policy.toml")


def main() -> None:
    """Generate what the command line asks for."""
    parser = _parser()
    asked = parser.parse_args()
    if asked.format == "exports":
        _generate(asked.folder, asked.cases, asked.seed)
    elif asked.folder == _WORKSPACE:
        parser.error("--format parquet needs a --folder of its own: it would overwrite the committed workspace")
    else:
        for month, rows in write_bulk(asked.folder, asked.cases, asked.seed):
            print(f"{month}: {rows:,} rows", flush=True)


def _generate(folder: Path, cases: int, seed: int) -> None:
    company = world(cases, seed)
    accounts = export(folder / "exports", company, seed)
    write_truth(folder / "truth.json", truth(company, accounts, seed))
    for name in _SETTINGS:
        if not (folder / name).exists():
            shutil.copy(_WORKSPACE / name, folder / name)
    print(f"{sum(account.as_dict()['rows'] for account in accounts.values()):,} rows in {len(accounts)} exports")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sample_data", description=__doc__)
    generate = parser.add_subparsers(required=True).add_parser("generate", help="write the sample company")
    generate.add_argument("--folder", type=Path, default=_WORKSPACE, help="the workspace to write (default: the own)")
    generate.add_argument("--seed", type=int, default=20240101)
    generate.add_argument("--cases", type=int, default=12_000, help="cases over all 24 months; 10_000_000 is read, too")
    generate.add_argument("--format", choices=("exports", "parquet"), default="exports")
    return parser


if __name__ == "__main__":
    main()
