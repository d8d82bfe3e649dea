"""The entry point of the console script, of `python -m instructgpt_cli` and of `torchrun -m instructgpt_cli`."""

import os
import signal


def main() -> None:
    """Import and run the command line.

    During the import, a stop signal exits at once and silently: nothing has started. That is why its exit code is not
    imported from `errors` here.
    """
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1):
        if signal.getsignal(number) != signal.SIG_IGN:  # ignored signals (nohup) stay ignored
            signal.signal(number, lambda *_: os._exit(75))
    from instructgpt_cli.cli import app  # noqa: PLC0415 - after the handlers are set

    app.main()


if __name__ == "__main__":
    main()
