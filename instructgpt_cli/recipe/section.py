"""The base class of all sections of a recipe: strict validation, and the names of their keys."""

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator
from pydantic.fields import FieldInfo

MAX_INT = 2**53  # above this, not every integer has an exact float


class Section(BaseModel):
    """Base class of the recipe's sections: strict (an unknown key is an error) and frozen."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, allow_inf_nan=False, serialize_by_alias=True
    )

    @field_validator("*", mode="before")
    @classmethod
    def _plain_value(cls, value: Any, about: ValidationInfo) -> Any:
        """Reject what pydantic would accept: `true` as 1, integers of any size, and NUL, which no path can contain."""
        expected = str(cls.model_fields[str(about.field_name)].annotation)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, bool) and "bool" not in expected and ("int" in expected or "float" in expected):
                raise ValueError(f"should be a number, not {str(item).lower()}")
            if isinstance(item, int) and abs(item) > MAX_INT:
                raise ValueError(f"should be at most 2**53, not {item}")
            if isinstance(item, str) and "\0" in item:
                raise ValueError("contains a NUL character")
        return value


def keys_of(section: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a section by their keys in a recipe."""
    return {field.alias or name: field for name, field in section.model_fields.items()}
