"""A folder that moto's package path is extended by, so that it finds this service's backend."""
