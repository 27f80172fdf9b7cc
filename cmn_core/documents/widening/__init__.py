"""What is shown and printed of widening: tables, and a page of Word for a scenario or several side by side."""
