"""What every reader of documents needs: lines in steps, bare web addresses."""
