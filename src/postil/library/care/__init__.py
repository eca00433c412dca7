"""The health of a home, and what this machine alone keeps."""
