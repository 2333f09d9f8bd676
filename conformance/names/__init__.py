"""Whether the names that a workflow hands to nox are nox's; see `conformance/judge-names`."""
