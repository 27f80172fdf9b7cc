"""The door: a workbook's bytes become cells, rows, and problems beside their cells."""
