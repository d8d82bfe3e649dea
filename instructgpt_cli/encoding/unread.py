"""The keys of a row's turns that its chat template does not read."""

from contextlib import suppress

from instructgpt_cli.data import call_forms
from instructgpt_cli.data.types import Row
from instructgpt_cli.encoding.chat_template import ChatTemplate, RenderError, as_dict

MAX_KEYS = 10_000


class UnreadKeys:
    """Finds the unread keys for one template.

    Keys in `named` count as read. Any other key is tried with the first row that has it, since a template may write
    whole messages.
    """

    def __init__(self, template: ChatTemplate, named: frozenset[str]) -> None:
        self._template, self._named = template, named
        self._is_unread: dict[str, bool] = {}

    def of(self, row: Row) -> tuple[str, ...]:
        """The unread keys of a row that the template renders, in order of occurrence."""
        keys = dict.fromkeys(key for message in row.messages for key in message.extra if key not in self._named)
        return tuple(key for key in keys if self._unread(key, row))

    def _unread(self, key: str, row: Row) -> bool:
        if key not in self._is_unread:
            if len(self._is_unread) >= MAX_KEYS:
                self._is_unread.clear()
            self._is_unread[key] = self._makes_no_difference(key, row)
        return self._is_unread[key]

    def _makes_no_difference(self, key: str, row: Row) -> bool:
        for messages in call_forms.forms(row.messages, null_first=self._template.tests_null):
            real = [as_dict(message.role, message.content, message.extra) for message in messages]
            without = [{name: value for name, value in message.items() if name != key} for message in real]
            with suppress(RenderError):
                return self._template.render(real, row.tools) == self._template.render(without, row.tools)
        return False
