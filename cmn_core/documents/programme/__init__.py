"""A mentoring programme as a Word document and as a workbook, a municipality's programmes as an archive."""
