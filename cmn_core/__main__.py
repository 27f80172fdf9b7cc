"""`python -m cmn_core`: the command line where the `cmn` script is not on the path."""

from cmn_core.cli import main

if __name__ == "__main__":
    main()
