"""Finding the forms: every module of ``publishing.forms`` that holds one, under the name of its document's form."""

import importlib
import pkgutil
from types import ModuleType

from publishing import forms
from publishing.form import Form


def discover_forms(shelf: ModuleType = forms) -> dict[str, Form]:
    """Every form by name; a file that declares one badly stops the start."""
    found: dict[str, Form] = {}
    for info in sorted(pkgutil.iter_modules(shelf.__path__), key=lambda one: one.name):
        module = importlib.import_module(f"{shelf.__name__}.{info.name}")
        form = getattr(module, "form", None)
        if not isinstance(form, Form):
            raise TypeError(f"{module.__name__}: must hold a publishing.form.Form, named `form`")
        if form.document.form != info.name:
            raise ValueError(f"{module.__name__}: its document is of the form {form.document.form!r}")
        found[info.name] = form
    return found
