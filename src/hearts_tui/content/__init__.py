"""Content packs, read from TOML, cleaned and checked. This package never writes."""
