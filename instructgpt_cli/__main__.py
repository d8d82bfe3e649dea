"""`python -m instructgpt_cli`, and what torchrun starts: `torchrun -m instructgpt_cli finetune RECIPE`."""

from instructgpt_cli.cli import main

main()
