"""What the plan says: the partnership, its priorities, actions, figures, members and words."""
