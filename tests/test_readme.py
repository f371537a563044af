"""What the README shows works as it stands there."""

import re
import shutil
from pathlib import Path

import pytest

from etl.__main__ import main as etl
from etl.workspace import read_workspace
from metrics.__main__ import main as metrics

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CALLS = ROOT.parent / "shared" / "data" / "call_centre" / "calls.xlsx"


def example(folder: Path) -> Path:
    """Write the README's workspace into `folder`."""
    (shown,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (folder / "workspace.toml").write_text(shown, encoding="utf-8")
    return folder


def test_the_workspace_in_the_readme_is_one(tmp_path):
    assert read_workspace(example(tmp_path)).sources[0].table == "contacts"


def test_every_file_that_the_readme_points_to_is_there():
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", README) if "://" not in target]
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.skipif(not CALLS.exists(), reason="the call log stands outside the project")
def test_the_readmes_commands_answer_on_the_call_log_that_it_describes(tmp_path, capsys):
    shutil.copy(CALLS, example(tmp_path))
    assert etl(["run", str(tmp_path), "--json"]) == 0
    capsys.readouterr()
    assert metrics(["show", str(tmp_path), "agent_stated_resolution", "--json"]) == 0
    assert '"numerator": 3646,\n  "denominator": 4054' in capsys.readouterr().out
