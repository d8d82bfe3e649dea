"""Which keys of a row's turns its chat template does not read."""

from contextlib import suppress

from instructgpt_cli.data import call_forms
from instructgpt_cli.data.types import Row
from instructgpt_cli.encoding.chat_template import ChatTemplate, RenderError, as_dict

MAX_KEYS = 10_000


class UnreadKeys:
    """Tells them for one template. What it names is taken for read; any other key is tried with the first row that has
    it, for a template may write whole messages."""

    def __init__(self, template: ChatTemplate, named: frozenset[str]) -> None:
        self._template, self._named = template, named
        self._ignored: dict[str, bool] = {}

    def of(self, row: Row) -> tuple[str, ...]:
        """Those of a row that the template renders."""
        keys = dict.fromkeys(key for message in row.messages for key in message.extra if key not in self._named)
        return tuple(key for key in keys if self._is_ignored(key, row))

    def _is_ignored(self, key: str, row: Row) -> bool:
        if key not in self._ignored:
            if len(self._ignored) >= MAX_KEYS:
                self._ignored.clear()
            self._ignored[key] = self._makes_no_difference(key, row)
        return self._ignored[key]

    def _makes_no_difference(self, key: str, row: Row) -> bool:
        for messages in call_forms.forms(row.messages, null_first=self._template.tests_null):
            real = [as_dict(message.role, message.content, message.extra) for message in messages]
            without = [{name: value for name, value in message.items() if name != key} for message in real]
            with suppress(RenderError):
                return self._template.render(real, row.tools) == self._template.render(without, row.tools)
        return False
