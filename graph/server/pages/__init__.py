"""The pages for people, and the descriptions for machines, behind the IRIs of the graph."""
