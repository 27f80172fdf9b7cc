"""Argon2 as cheap as it gets: the tests ask whether a password is right, not how long an attacker would take."""

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

QUICK = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
