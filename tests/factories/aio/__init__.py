"""What tests of our objects begin with."""
