"""What every part of the processor stands on: its error, XML made safe, rich text, words."""
