"""What each command of `cmn` does, a file a command; the same core as the pages use."""
