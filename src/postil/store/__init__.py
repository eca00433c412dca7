"""What Postil keeps: the reader's notes in ledgers that survive a crash, and this machine's own."""
