"""The changelog knows the version that the project says it is."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
HEADINGS = re.findall(r"^## \[?([^\]\s]+)", CHANGELOG, re.MULTILINE)


def test_the_version_has_a_heading_or_waits_as_unreleased():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert {version, "Unreleased"} & set(HEADINGS)


def test_what_is_unreleased_stands_first():
    assert "Unreleased" not in HEADINGS[1:]


def test_every_change_stands_under_a_kept_kind():
    kinds = set(re.findall(r"^### (.+)$", CHANGELOG, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
