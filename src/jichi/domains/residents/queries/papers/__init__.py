"""What stands on each certificate: plain data for its template, read through `seeing`."""
