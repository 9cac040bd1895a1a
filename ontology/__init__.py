"""What the graph speaks of: document symbols, IRIs, vocabulary, actors and instruments as data."""
