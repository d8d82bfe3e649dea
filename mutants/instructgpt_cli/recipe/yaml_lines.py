"""YAML text -> plain values, with the line of every key.

The scalars follow YAML 1.2's core schema (`no` is a word, `1e-4` is a number); only plain values come out (no tags, no
objects), duplicate keys are faults, and aliases cannot blow up.
"""

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_NODES = 20_000
MAX_DEPTH = 50

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: `line` is 1-based, 0 where there is none (an override, a missing key)."""

    line: int
    key: str
    message: str


@dataclass(slots=True)
class Tree:
    """What a YAML file holds: `value`, the line of each path in it, the paths that were `given` on the command line,
    and what is wrong with it."""

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    given: set[Path] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)


class _CoreLoader(yaml.SafeLoader):
    """SafeLoader that resolves plain scalars by YAML 1.2's core schema, and reads only as much as a recipe can be."""

    nodes = depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        self.nodes += 1
        self.depth += 1
        if self.nodes > MAX_NODES or self.depth > MAX_DEPTH:
            what = "nested too deeply" if self.depth > MAX_DEPTH else "too long for a recipe"
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem=what, problem_mark=mark)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


_CoreLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9][0-9_]*", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9][0-9_]*(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
):
    _CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), _first)


def _decimal(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    """010 is ten, not YAML 1.1's eight."""
    return int(str(loader.construct_scalar(node)).replace("_", ""))


_CoreLoader.add_constructor("tag:yaml.org,2002:int", _decimal)


class _CoreDumper(yaml.SafeDumper):
    """Quotes what `_CoreLoader` would take for something else than text."""


_CoreDumper.yaml_implicit_resolvers = {
    first: [
        *_CoreLoader.yaml_implicit_resolvers.get(first, []),
        *yaml.SafeDumper.yaml_implicit_resolvers.get(first, []),
    ]
    for first in {*_CoreLoader.yaml_implicit_resolvers, *yaml.SafeDumper.yaml_implicit_resolvers}
}


def dump(value: Any) -> str:
    """Plain values -> YAML that `parse`, and a reader of YAML 1.1, gives back as they are."""
    text: str = yaml.dump(value, Dumper=_CoreDumper, sort_keys=False, allow_unicode=True)
    return text


def dotted(path: Path) -> str:
    """`("data", "train", 0, "path")` -> `data.train[0].path`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def parse(text: str) -> Tree:
    """Reads one YAML document. Faults are collected in the result, never raised."""
    tree = Tree()
    try:
        node = yaml.compose(text, Loader=_CoreLoader)
    except yaml.MarkedYAMLError as error:
        tree.faults.append(_in_words(error))
        return tree
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        tree.faults.append(Fault(line, "", f"not valid YAML: the character U+{ord(text[error.position]):04X}"))
        return tree
    if node is not None:
        tree.value = _Builder(tree).build(node, ())
    return tree


def _in_words(error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    problem = (error.problem or str(error)).replace("\\t", "TAB")
    if "TAB" in problem:
        problem = "a tab is used for indentation: YAML wants spaces"
    elif "quoted scalar" in (error.context or ""):
        mark, problem = error.context_mark, "the quote that opens here does not close"
    elif problem == "mapping values are not allowed here":
        problem = "a key cannot stand here: indent it like its neighbours, or put a value that holds a colon in quotes"
    elif problem == "but found another document":
        problem = "a second document begins here (---), and a recipe is one"
    return Fault(mark.line + 1 if mark else 0, "", f"not valid YAML: {problem}")


class _Builder:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.nodes = 0
        self.scalars = _CoreLoader("")

    def build(self, node: yaml.Node, path: Path) -> Any:
        self.nodes += 1
        line = node.start_mark.line + 1
        self.tree.lines.setdefault(path, line)
        if self.nodes > MAX_NODES or len(path) > MAX_DEPTH:
            if self.nodes <= MAX_NODES + 1:
                self.fault(line, path[:3], "the file unfolds to too many values (aliases that repeat each other?)")
            self.nodes = MAX_NODES + 2
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*path, i)) for i, child in enumerate(node.value)]
        return self.scalar(node, path)

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = self.scalar(key_node, path) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, Hashable) or key is None:
                self.fault(line, path, "a key must be a word")
                continue
            key = str(key)
            here = (*path, key)
            if key in values:
                self.fault(line, here, f"written twice, first in line {self.tree.lines[here]}")
                continue
            self.tree.lines[here] = line
            values[key] = self.build(value_node, here)
        return values

    def scalar(self, node: yaml.Node, path: Path) -> Any:
        try:
            return self.scalars.construct_object(node)
        except (yaml.YAMLError, ValueError, LookupError):  # of tags that do not fit, as in `!!bool maybe`
            self.fault(node.start_mark.line + 1, path, f"not a plain value: {node.tag} {node.value!r}"[:120])
            return None

    def fault(self, line: int, path: Path, message: str) -> None:
        self.tree.faults.append(Fault(line, dotted(path), message))
