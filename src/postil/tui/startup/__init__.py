"""What stands before the first frame: the first page, the driver, and who may work when."""
