"""The sender's own file back, with what is wrong marked in it."""
