"""What this machine alone keeps, by which it is told from others."""
