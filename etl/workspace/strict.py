"""The ground of every model of workspace.toml: frozen, with unknown keys refused by naming near ones."""

from typing import Any, NoReturn

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from metrics.errors import nearest

_TYPE = "wrong_setting"


def refuse(sentence: str) -> NoReturn:
    """Raise a validation error whose message is `sentence` as it stands."""
    raise PydanticCustomError(_TYPE, "{sentence}", {"sentence": sentence})


class Strict(BaseModel):
    """A part of workspace.toml that accepts only the keys it knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False, hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _refuse_unknown_keys(cls, data: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
        known = {field.alias or name for name, field in cls.model_fields.items()}
        unknown = sorted(set(data) - known - set(cls.model_fields)) if isinstance(data, dict) else []
        if unknown:
            refuse(" ".join(f"unknown key '{key}'. {nearest(key, known)}" for key in unknown))
        return data
