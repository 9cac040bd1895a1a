"""How each kind of record is said in statements, a module a kind."""
