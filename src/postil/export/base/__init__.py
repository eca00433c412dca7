"""What every export format is given, and gives back."""
