"""What is on the page: a frozen tree of blocks and runs that knows no partnerships."""
