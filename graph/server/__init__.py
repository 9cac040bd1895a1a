"""The SPARQL service: a web server over a store, read-only, that no query can bring down."""
