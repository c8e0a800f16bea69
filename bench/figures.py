"""Times as people compare them."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import quantiles


@dataclass(frozen=True, kw_only=True)
class Spread:
    """Half of the calls took no longer than p50, nineteen in twenty no longer than p95. Units: milliseconds."""

    p50: float
    p95: float
    calls: int

    def __str__(self) -> str:
        return f"p50 {self.p50:.1f} ms, p95 {self.p95:.1f} ms ({self.calls} calls)"


def spread(milliseconds: Iterable[float]) -> Spread:
    times = sorted(milliseconds)
    cuts = quantiles(times, n=100, method="inclusive")
    return Spread(p50=cuts[49], p95=cuts[94], calls=len(times))


def measured(call: Callable[[], object], *, calls: int, first: int = 5) -> Spread:
    """Time a call after `first` calls that are not counted: they fill caches as any server's first minute does."""
    for _ in range(first):
        call()
    return spread(milliseconds(call) for _ in range(calls))


def milliseconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000
