"""The verbs that exchange notes with other programs."""
