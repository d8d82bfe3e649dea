"""Pretrain, finetune, run and evaluate instruction-following language models from the command line."""

__version__ = "0.3.0.dev0"
