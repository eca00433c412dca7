"""What all of the store stands on: bytes to disk, locks between processes, and time."""
