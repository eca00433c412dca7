"""What reading devices and their programs keep of notes."""
