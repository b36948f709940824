# A language that is none, and no command
The option is wrong by itself: that comes first.

$ --lang fr
exit 2

-- expect stderr --
fr
-- expect no stderr --
コマンド
