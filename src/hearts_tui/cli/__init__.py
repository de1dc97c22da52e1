"""The front door: options, and the place where everything is put together."""
