"""Proofing: rules on the plan, each of which finds one kind of fault."""
