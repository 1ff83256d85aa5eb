"""A page for tip-offs without an account: no login, cookie, script or third party (product.md 7, web_tip)."""
