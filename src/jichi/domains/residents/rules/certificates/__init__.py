"""Certificates: their kinds, who may ask for them and by what proof, what they cost, and how a paper is judged. Pure."""
