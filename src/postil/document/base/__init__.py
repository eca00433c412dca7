"""What every reader of documents needs: progress, lines in steps, bare web addresses."""
