"""Data of the quick start: text that comes with Python, and generated instructions. Uses the standard library only."""
