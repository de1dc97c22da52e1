"""The screens, the windows over them, and the parts that they are put together from."""
