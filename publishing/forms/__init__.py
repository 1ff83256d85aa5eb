"""One file per form: ``form = Form(document, lay)``."""
