"""From a stranger's bytes to cells with their addresses: one reader a kind of file, told apart by content."""
