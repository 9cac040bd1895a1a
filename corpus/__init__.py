"""From sources to documents: reading, layout, normalisation with an exact map of offsets, specimens."""
