"""Bytes to disk, locks between processes, and time: what all of the store stands on."""
