"""The chains of the public record that the registers write: one per act, so that no two counters wait for each other
and nobody sees from the outside which acts are about the same person."""


def stream_of(number: str) -> str:
    """For example `residents/22-0001-4`."""
    return f"residents/{number}"
