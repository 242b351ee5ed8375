"""What scripts/chaos is made of: a cluster that can be hurt, instances that can die, and what must hold afterwards."""
