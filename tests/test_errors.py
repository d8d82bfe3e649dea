"""Errors that users can fix: one class for each exit code that they can lead to."""

from instructgpt_cli import errors
from instructgpt_cli.errors import ExitCode, UserError


def test_every_exit_code_of_a_user_error_has_one_class() -> None:
    codes = [kind.code for kind in UserError.__subclasses__()]
    assert sorted(codes) == sorted(set(ExitCode) - {ExitCode.OK, ExitCode.BUG})
    assert {kind.__module__ for kind in UserError.__subclasses__()} == {errors.__name__}


def test_an_error_has_a_message_and_a_hint() -> None:
    error = errors.DataError("rows.jsonl:3: no answer", "Name the column.")
    assert (error.message, error.hint, str(error)) == ("rows.jsonl:3: no answer", "Name the column.", error.message)
    assert errors.GateError("missed").hint == ""
