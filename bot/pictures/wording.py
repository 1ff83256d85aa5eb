"""Why a picture was not taken."""

TOO_HEAVY = "图片超过 10 MB 了，请换一张小一点的"
TOO_LARGE = "图片的尺寸太大了，请缩小后再发"
NOT_A_PICTURE = "只能收 JPEG、PNG 或 WEBP 图片，请换一张"
DAMAGED = "这张图片打不开，请换一张"
