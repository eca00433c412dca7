"""How many invented attributions are read whole, and how many fields of them are made up."""
