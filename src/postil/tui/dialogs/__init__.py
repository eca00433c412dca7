"""Questions laid over a screen; each takes plain data and hands plain data back."""
