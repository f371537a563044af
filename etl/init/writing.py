"""Writing a first workspace.toml, the questions as comments where they belong."""

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from etl.init.cells import Guess
from etl.init.drafts import Draft

_WIDTH = 116
_BARE = frozenset("abcdefghijklmnopqrstuvwxyz_")


def workspace_text(name: str, zone: str, drafts: Sequence[Draft], questions: Sequence[str]) -> str:
    """Return the text of workspace.toml."""
    head = [
        "# A first draft, guessed from the exports. Answer the questions, mend what is wrong, and take them out;",
        "# 'python -m etl check' tells whether the file holds together, 'python -m etl run' loads it.",
        *map(_question, questions),
        f"name = {_value(name)}",
        f"zone = {_value(zone)}",
    ]
    return "\n".join([*head, *(line for draft in drafts for line in _source(draft, zone))]) + "\n"


def _source(draft: Draft, zone: str) -> list[str]:
    export = draft.export
    settings = {"name": export.name, "table": draft.table, **export.settings}
    if draft.needs_zone:
        settings["zone"] = zone
    sql = str(export.query)
    return [
        "",
        *map(_question, draft.questions),
        "[[source]]",
        *(f"{key} = {_value(value)}" for key, value in settings.items()),
        *([f'sql = """\n{_escaped(sql)}\n"""'] if sql else []),
        "",
        "[source.columns]",
        *(_line(name, guess) for name, guess in draft.guesses.items()),
    ]


def _line(name: str, guess: Guess) -> str:
    line = f"{name} = {_mapping(guess.mapping)}"
    return line if guess.is_complete else f"# {line}"


def _question(text: str) -> str:
    return textwrap.fill(
        " ".join(text.split()), _WIDTH, initial_indent="# Question: ", subsequent_indent="#   ", break_long_words=False
    )


def _mapping(mapping: Mapping[str, Any]) -> str:
    return _value(mapping["column"]) if mapping.keys() == {"column"} else _value(mapping)


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(str(key))} = {_value(item)}" for key, item in value.items()) + " }"
    # Strings, lists, numbers and truth values are written in TOML as in JSON.
    return json.dumps(value, ensure_ascii=False)


def _key(name: str) -> str:
    return name if name and _BARE.issuperset(name) else json.dumps(name, ensure_ascii=False)


def _escaped(sql: str) -> str:
    return sql.replace("\\", "\\\\").replace('"""', '""\\"')
