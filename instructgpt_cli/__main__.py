"""Where the command starts: the console script, `python -m instructgpt_cli`, and what torchrun starts:
`torchrun -m instructgpt_cli finetune RECIPE`."""

import os
import signal


def main() -> None:
    """Loads the command line and runs it. Until it is loaded, and can say so, a signal leaves at once: nothing has
    begun. Nothing of it may be imported before that: `ExitCode.INTERRUPTED` is a third of what is to be loaded."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) != signal.SIG_IGN:  # nohup's choice stands
            signal.signal(number, lambda *_: os._exit(75))
    from instructgpt_cli.cli import app  # noqa: PLC0415 - only now

    app.main()


if __name__ == "__main__":
    main()
