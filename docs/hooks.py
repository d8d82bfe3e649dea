"""What MkDocs adds to the pages of this folder: the reference of recipe keys, made from the schema at build time, and
the files that pages show and that have their place elsewhere in the repository."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from instructgpt_cli.recipe.schema import Recipe

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).parents[1]
ELSEWHERE = {
    "scaling.svg": "benchmarks/scaling.svg",
    "quickstart-settings.md": "benchmarks/QUICKSTART.md",
    "contributing.md": "CONTRIBUTING.md",
    "changelog.md": "CHANGELOG.md",
}
AS_IN_DATA_TRAIN = ("data.validation", "eval.sets")  # lists of sources, whose keys are shown once
BOUNDS = {
    "minimum": "at least {}",
    "exclusiveMinimum": "above {}",
    "maximum": "at most {}",
    "exclusiveMaximum": "below {}",
}
INTRODUCTION = """# Recipe keys

Every key that a recipe may hold. This page is generated from the schema that checks recipes.
`instructgpt recipes schema` prints the same as JSON Schema for editors.

A key that **binds the run** cannot change once a run has begun; one that **may change** can differ when the run
continues. See [Resuming and guarantees](promises.md#which-keys-may-change).
"""


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    from mkdocs.structure.files import File

    files.append(File.generated(config, "recipe-keys.md", content=recipe_reference()))
    files.append(File.generated(config, "index.md", content=home_page()))
    for name, path in ELSEWHERE.items():
        files.append(File.generated(config, name, abs_src_path=str(ROOT / path)))
    return files


def home_page() -> str:
    """README, with its links as they are from within the site."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = {path: page for page, path in ELSEWHERE.items()}
    for path, page in {"docs/": "", "data/README.md": "data-formats.md", **pages}.items():
        text = text.replace(f"]({path}", f"]({page}").replace(f"]: {path}", f"]: {page}")
    return text.replace("[Apache-2.0](LICENSE)", "Apache-2.0")


def recipe_reference() -> str:
    """The page of recipe keys."""
    schema = Recipe.model_json_schema()
    return "\n".join([INTRODUCTION, *_section(schema, schema, "", binds=True)])


def _section(schema: dict[str, Any], section: dict[str, Any], prefix: str, binds: bool) -> Iterator[str]:
    """Each key of a section: plain keys first, then the sections inside it."""
    inner: list[Iterator[str]] = []
    for key, about in section["properties"].items():
        name, bound = f"{prefix}{key}", binds and not about.get("may_change", False)
        if not prefix and "$ref" in about:  # a section of the recipe, such as train
            inner.append(_headed(schema, about["$ref"], name, bound))
            continue
        yield f"### {name}\n"
        facts = [_type(about), f"default `{json.dumps(about.get('default'))}`"]
        if key in section.get("required", ()):
            facts[-1] = "required"
        yield " · ".join([*facts, "binds the run" if bound else "may change"]) + "\n"
        yield about.get("description", "").replace("\n", " ") + "\n"
        if (reference := _reference(about)) and name not in AS_IN_DATA_TRAIN:
            item = "[]" if '"array"' in json.dumps(about) else ""
            inner.append(_headed(schema, reference, f"{name}{item}", bound))
    for keys in inner:
        yield from keys


def _headed(schema: dict[str, Any], reference: str, name: str, binds: bool) -> Iterator[str]:
    section = schema["$defs"][reference.split("/")[-1]]
    if "properties" in section:
        yield f"## {name}\n"
        yield from _section(schema, section, f"{name}.", binds)


def _reference(about: dict[str, Any]) -> str | None:
    """The section that the value is, or that the items of the value are."""
    if "$ref" in about:
        return str(about["$ref"])
    for inner in (*about.get("anyOf", ()), about.get("items"), about.get("additionalProperties")):
        if isinstance(inner, dict) and (found := _reference(inner)):
            return found
    return None


def _type(about: dict[str, Any]) -> str:
    if "anyOf" in about:
        return " or ".join(_type(one) for one in about["anyOf"])
    if "enum" in about:
        return " | ".join(f"`{value}`" for value in about["enum"])
    if "const" in about:
        return f"`{about['const']}`"
    if "$ref" in about:
        name = about["$ref"].split("/")[-1]
        return {"JsonValue": "any value", "Source": "sources"}.get(name, "section")
    if "prefixItems" in about:
        return "[" + ", ".join(_type(one) for one in about["prefixItems"]) + "]"
    kind = about.get("type", "any value")
    if kind == "array":
        return f"list of {_type(about['items'])}"
    if kind == "object":
        values = about.get("additionalProperties")
        return f"mapping to {_type(values)}" if isinstance(values, dict) and values else "mapping"
    bounds = [text.format(f"{about[bound]:,}") for bound, text in BOUNDS.items() if bound in about]
    return " ".join([kind, *bounds])
