"""The rooms of the monthly template: its two tables, the lists behind its drop-downs, live hints and the example."""
