"""Who acts; until there is sign-in, whoever sits at this computer."""


def current_author() -> str:
    """Return the name under which reports are saved."""
    return "пользователь этого компьютера"
