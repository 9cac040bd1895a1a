"""What follows from all documents of a store taken together, as a named graph of its own."""
