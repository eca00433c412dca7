"""The parts a screen is put together from."""
