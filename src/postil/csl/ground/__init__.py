"""What every part stands on: XML made safe, rich text, lists of words."""
