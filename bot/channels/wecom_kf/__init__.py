"""WeCom's 微信客服: private talk with any WeChat user who writes, five replies within 48 hours of his words."""
