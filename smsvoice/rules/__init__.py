"""AWS's definitions worked out on this machine: what the service would refuse is refused here."""
