"""The actions of a plan: in tables or lists, under their priorities."""
