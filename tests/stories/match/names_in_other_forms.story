# Names as directories and people put them together
Foreign names in kana stand in either order; people write the section, the post or the number beside the name, or a second
spelling behind a stroke; a middle initial stands on one side only. All that is spelling. Two different initials, another given
name and another family name are somebody else.

$ run --lang en --roster staff.csv --system A=a.csv --as-of 2026-03-31

-- staff.csv --
職員番号,氏名,フリガナ,所属
1,佐藤 花子,サトウ ハナコ,総務課
2,スミス ジョン,スミス ジョン,総務課
3,John A. Smith,,総務課
4,加藤 花 旧姓山田,カトウ ハナ,総務課
5,加藤（山田）花,カトウ ハナ,総務課
6,服部 長,ハットリ オサ,総務課
-- a.csv --
ユーザーID,職員番号,氏名
a2,1,佐藤 花子 主任（総務課）
a3,1,総務課 佐藤 花子
a4,1,佐藤花子 係長
a5,1,総務課／佐藤 花子
a6,1,佐藤 花子 / Hanako Sato
a7,1,001001_佐藤花子
a8,1,佐藤 花子 主査
x1,1,花代 佐藤
x2,1,総務課 佐藤 太郎
x3,1,佐藤 係長
b1,2,ジョン・スミス
b2,2,ｼﾞｮﾝ･ｽﾐｽ
x4,2,ジョーンズ・スミス
c1,3,John Smith
c2,3,"SMITH, John A"
x5,3,John B. Smith
x6,3,A. Smith
d1,4,山田 花
d2,4,加藤花
e1,5,山田花
e2,5,加藤 花
x7,5,山本花
f1,6,服部 長
x8,6,服部

-- expect exceptions of name-mismatch --
name-mismatch	A	x1
name-mismatch	A	x2
name-mismatch	A	x3
name-mismatch	A	x4
name-mismatch	A	x5
name-mismatch	A	x6
name-mismatch	A	x7
name-mismatch	A	x8
-- expect issues --
