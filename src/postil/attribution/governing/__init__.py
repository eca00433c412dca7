"""Which words an attribution or a lead-in governs, followed from paragraph to paragraph."""
