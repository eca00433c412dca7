"""What dialogs are made of: the frame, lists with a filter, rows, a question."""
