"""The quick start's data: real text that every Python has, and generated instructions. Pure standard library."""
