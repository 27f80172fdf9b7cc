"""Backups: made while people work, checked, restored, made by themselves every day."""
