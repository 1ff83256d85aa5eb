"""The community's rules on disk: the default files and the loader that refuses broken ones whole."""
