"""What is said when somebody reports that claimed work is done."""

NOT_FOUND = "没有找到您认领的 {code}，什么都没有改。请看看卡片上的编号再发一次，例如“申报 完成项目 P7”。"
WHICH = "是哪一件办好了？请带上编号，例如“申报 完成项目 P7”。"
PHOTO = "有照片的话，10 分钟内直接发给我；没有就不用管这一条。"
NO_PHOTO = "好的，没有照片也可以，等对方确认就行。"
