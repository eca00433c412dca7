"""Words as people write them: made safe, folded, split and quoted."""
