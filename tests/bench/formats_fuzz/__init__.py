"""Documents of every format, spoilt at random and read: whatever stops a reader is told."""
