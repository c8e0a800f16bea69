"""The closed days of a city whose ordinance closes 29 December to 3 January, as Kawasaki's does."""

from jichi.kernel.calendar import ClosedDays, YearlyClosure

YEAR_END = YearlyClosure(name="年末年始", first=(12, 29), last=(1, 3))
CLOSED = ClosedDays(yearly=(YEAR_END,))
