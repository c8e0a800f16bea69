"""Pages outside the counter: residents' own, the desk of requests, terminals, the kiosk."""
