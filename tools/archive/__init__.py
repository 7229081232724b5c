"""A large archive of made-up observations, written as indexing writes them."""
