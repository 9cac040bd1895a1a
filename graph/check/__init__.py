"""The check of a store against the shapes, and what it reports."""
