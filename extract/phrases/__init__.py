"""Citations, actors and short forms in languages that put blanks between words: resolution 57/32, the Council."""
