"""What AWS does not have: faults, seeds, and the checks of controls' arguments."""
