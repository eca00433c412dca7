"""All ledgers of a home as one, its texts and history, and the changes taken back."""
