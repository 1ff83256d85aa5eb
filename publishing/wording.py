"""What several papers say."""

PAGE = "第 {number} 页，共 {count} 页"
DISCLAIMER = "社区积分是居民自治的激励办法，不属于公共信用信息，不进入征信，不影响任何公共服务。"
NUMBER = "编号 {number}"
SEAL = "（盖章）"
