"""The bench of endings: signals at random moments."""
