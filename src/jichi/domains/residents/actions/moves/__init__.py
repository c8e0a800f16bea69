"""The verbs of the register, one per file, on a small engine: `order` (what is asked), `carrying` (how it is done),
`households` (who is with whom, and the next head)."""
