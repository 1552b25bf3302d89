"""Facts without state: countries, prices, message parts, catalogues and registration forms."""
