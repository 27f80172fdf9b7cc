"""The one family of failures; each carries a Russian sentence fit for the user."""


class CmnError(Exception):
    """Stop an action and tell the user why, in a sentence that says what to do next."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UsageError(CmnError):
    """Refuse a request whose words cannot be understood (command line: exit 2)."""


class ReferenceDataError(CmnError):
    """Refuse a broken reference file, named with its line."""
