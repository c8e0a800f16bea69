"""The parts of issuing a certificate: hold, check, read back, keep."""
