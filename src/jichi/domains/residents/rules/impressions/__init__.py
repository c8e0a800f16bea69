"""Impressions of seals: from a scan to a clean picture of true size. Pure, and without a database.

A clerk scans the impression on the form; `cleaned` answers with the picture to register, or with a fault that says what is
wrong with the scan or with the seal. Lengths on paper are millimetres; the registered picture has 600 dots per inch.
"""
