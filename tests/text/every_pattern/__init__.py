"""What holds for every pattern of Postil, wherever it is."""
