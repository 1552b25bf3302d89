"""From a send to its events, and from an inbound text to its replies."""
