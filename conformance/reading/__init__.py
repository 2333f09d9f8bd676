"""How well a workflow reads, in figures that depend on no machine; see `conformance/readable`."""
