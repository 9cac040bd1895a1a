"""From records to the graph: store, SPARQL, centrality, lineage, views, exports, command line."""
