"""What pages say of themselves."""
