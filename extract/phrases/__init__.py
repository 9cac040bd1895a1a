"""Citations in languages that put blanks between words and the noun before the number: resolution 57/32."""
