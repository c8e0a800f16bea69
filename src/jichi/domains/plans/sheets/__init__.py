"""The evaluation sheets 票(1) and 票(2), as the city lays them out: their content, as PDF and as CSV."""
