# peek: a file as Tenko reads it
UTF-8 CSV (RFC 4180, LF) on stdout, whatever came in; quotes only where they are needed. What was detected and repaired is said on stderr.

$ peek old.txt

-- old.txt (cp932) --
利用者ID;氏名;備考
001;"佐藤; 花子";"一行目
二行目"
="002";ﾜﾀﾅﾍﾞ;"a ""b"" c"

u3;x,y;

-- expect exactly stdout --
利用者ID,氏名,備考
001,佐藤; 花子,"一行目
二行目"
002,ﾜﾀﾅﾍﾞ,"a ""b"" c"
u3,"x,y",
-- expect stderr --
cp932
;
