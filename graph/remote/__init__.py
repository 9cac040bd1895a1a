"""A store on a SPARQL server, used through the Query, Update and Graph Store protocols."""
