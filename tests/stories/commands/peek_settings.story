# peek with settings
--encoding and --delimiter as in a source; unknown ones are exit 2 with the choices.

$ peek a.txt --encoding euc-jp --delimiter pipe
$ peek a.txt --encoding latin5
exit 2
$ peek a.txt --encoding euc-jp --delimiter tab

-- a.txt (euc-jp) --
番号|氏名
1|佐藤, 花子

-- expect exactly stdout --
番号|氏名
"1|佐藤, 花子"
