"""WeCom's group robot (消息推送): posts into one staff group, with real mentions; it hears nothing."""
