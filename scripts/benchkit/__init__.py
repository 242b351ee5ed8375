"""What scripts/bench is made of: one module a kind of measurement."""
