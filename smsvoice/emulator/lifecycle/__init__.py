"""What happens by itself or by a decision: reviews, launches, pool membership, clearing."""
