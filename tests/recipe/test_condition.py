"""The `where` condition: one column, one comparison, one literal."""

from typing import Any

import pytest

from instructgpt_cli.recipe.condition import EXAMPLE, Condition, parse


@pytest.mark.parametrize(
    ("text", "column", "operator", "literal"),
    [
        ("label == true", "label", "==", True),
        ("label==False", "label", "==", False),
        (" score >= 4.5 ", "score", ">=", 4.5),
        ("n<-3", "n", "<", -3),
        ("meta.lang != 'en'", "meta.lang", "!=", "en"),
        ('split == "a \\"b\\""', "split", "==", 'a "b"'),
        ("a == 'x == y'", "a", "==", "x == y"),
        ("a == ''", "a", "==", ""),
        ("who == null", "who", "==", None),
        ("`my column` <= 1e3", "my column", "<=", 1000.0),
        ("a b > 0", "a b", ">", 0),
        ("答案 == '是'", "答案", "==", "是"),
        ("' == 1", "'", "==", 1),
    ],
)
def test_parsing(text: str, column: str, operator: Any, literal: Any) -> None:
    found = parse(text)
    assert found == Condition(column, operator, literal)
    assert type(found.literal) is type(literal)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "has no comparison"),
        ("label", "has no comparison"),
        ("label is true", "has no comparison"),
        ("label = true", "= does not compare: write =="),
        ("== 3", "no column before =="),
        ("'' == 3", "no column before =="),
        ("a ==", "nothing after =="),
        ("a == '", "' is not a number"),
        ("a == ''b'", "''b' is not a number"),
        ("a == 'b''", "'b'' is not a number"),
        ("a == en", "en is not a number, true, false or null, and text needs quotes"),
        ("a == NaN", "NaN is not a number"),
        ("a > Infinity", "Infinity is not a number"),
        ("a == [1]", "[1] is not a number"),
        ("a === 3", "= 3 is not a number"),
        ("a == " + "x" * 60, f"{'x' * 60} is not a number"),
        ("a == " + "x" * 61, f"{'x' * 57}... is not a number"),
        ("a == " + "1" * 5000, f"{'1' * 57}... is not a number"),
        ("a == 1 and b == 2", "only one comparison is allowed"),
        ("a == 'x' or a == 'y'", "only one comparison is allowed"),
        ("a < true", "true has no order"),
        ("a >= null", "null has no order"),
        ("a.*.b == 1", "selects several values, and a comparison needs one"),
    ],
)
def test_an_invalid_condition_is_refused_with_an_example(text: str, words: str) -> None:
    with pytest.raises(ValueError, match="expected column, comparison, literal") as caught:
        parse(text)
    assert str(caught.value).endswith(EXAMPLE)
    assert str(caught.value).startswith(words) or f" {words}" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        ("a == true", (True, "true", " True"), (False, 1, "yes", None)),
        ("a != true", (False, "false"), (True, 1, "yes", None)),
        ("a == 1", (1, 1.0, "1", " 1.0"), (True, 2, "one", None, float("nan"), "nan")),
        ("a != 1", (2, "2"), (1, "1", "one", None, True, float("nan"), "nan", "inf")),
        ("a >= 4.5", (4.5, 5, "10", 10**400), (4, "4", "", None)),
        ("a > 4", (5,), (4,)),
        ("a < 4", (3, "-1e9"), (4, "4")),
        ("a <= 4", (4,), (4.5,)),
        ("a == '1'", ("1",), (1, "1.0", None)),
        ("a != 'en'", ("fr", ""), ("en", None, 3)),
        ("a < '2024-02'", ("2024-01-31",), ("2024-02-01", None)),
        ("a == null", (None,), (0, "", False)),
        ("a != null", (0, "", False), (None,)),
    ],
)
def test_which_values_a_condition_holds_for(text: str, yes: tuple[Any, ...], no: tuple[Any, ...]) -> None:
    condition = parse(text)
    assert [condition.holds(value) for value in yes] == [True] * len(yes)
    assert [condition.holds(value) for value in no] == [False] * len(no)


@pytest.mark.parametrize(("value", "kind"), [([1], "a list"), ({"a": 1}, "an object")])
def test_lists_and_objects_are_not_compared(value: Any, kind: str) -> None:
    with pytest.raises(TypeError, match=f"^{kind}$"):
        parse("a == null").holds(value)
