"""A home of several machines, spoilt at random; what must hold is tried after each spoiling."""
