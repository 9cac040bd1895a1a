"""One module and one data file a language; the core of the extractor holds no language's words."""
