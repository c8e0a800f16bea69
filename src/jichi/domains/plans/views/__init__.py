"""Pages of plans: gate, form, one domain call, answer."""
