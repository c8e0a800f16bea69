"""Forms of the desk. Fields are named as the actions name them in their refusals."""
