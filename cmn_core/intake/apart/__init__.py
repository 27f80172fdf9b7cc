"""Reading in processes of their own, under budgets of time and memory."""
