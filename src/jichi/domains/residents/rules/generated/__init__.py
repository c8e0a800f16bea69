"""A generated city: households and their lives, drawn by chance from public distributions and open assumptions. Pure.

Nobody in it exists. The same number of people and the same seed give the same bytes, with however many processes.
"""
