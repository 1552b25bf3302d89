"""From the plan to Python source, one file a group."""
