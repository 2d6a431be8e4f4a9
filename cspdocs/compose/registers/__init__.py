"""What a plan has beside its actions, in registers: groups, meetings, strategies, versions and others."""
