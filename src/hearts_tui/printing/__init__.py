"""Printing: what the screens show, as documents for a terminal, a pipe and a program."""
