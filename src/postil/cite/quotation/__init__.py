"""A passage set as a quotation, with what its reader has joined or worded anew."""
