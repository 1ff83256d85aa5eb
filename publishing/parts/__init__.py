"""Parts that several forms are made of: headings, lists, tables, photos, charts."""
