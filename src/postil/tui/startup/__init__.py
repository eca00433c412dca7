"""What stands before the screens: the first page, the driver, and whose turn it is."""
