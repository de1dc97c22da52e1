"""What ``hearts doctor`` looks at."""
