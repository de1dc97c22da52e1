"""What goes down the wire. This package knows nothing of hearts."""
