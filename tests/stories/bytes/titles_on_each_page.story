# A printed list that says its title on each page
The form's title, the number of the page and the header, of one row or of two, stand above each page: what stood above the list
is no account in its midst. An account that is called like the list has other cells.

$ run --as-of 2026-03-31 --roster staff.csv --system A=a.csv --system B=b.csv

-- staff.csv --
職員番号,氏名,所属,退職日
1,青木 春菜,総務課,
2,石田 健一,税務課,2025-12-31
3,上野 真琴,税務課,2025-12-31

-- a.csv --
住民記録システム　ユーザー一覧表,,,作成日：令和8年3月31日
,,,1 / 2 ページ
操作者ＩＤ,操作者名,所属,権限
T01,青木　春菜,総務課,照会
住民記録システム　ユーザー一覧表,,,作成日：令和8年4月1日
,,,2 / 2 ページ
操作者ＩＤ,操作者名,所属,権限
T02,石田　健一,税務課,更新
,,,以上

-- b.csv --
利用者名簿,,,,
職員,,利用者,利用期間,
番号,氏名,ＩＤ,自,至
1,青木 春菜,T01,R5.4.1,
利用者名簿,,,,
職員,,利用者,利用期間,
番号,氏名,ＩＤ,自,至
2,石田 健一,T02,R5.4.1,R9.3.31
3,上野 真琴,利用者名簿,R5.4.1,R9.3.31

-- expect exceptions --
leaver-account	A	T02
leaver-account	B	T02
leaver-account	B	利用者名簿
-- expect issues --
a.csv:5 row-repeats-header
a.csv:6 row-is-remark
a.csv:7 row-repeats-header
a.csv:9 row-is-total
b.csv:5 row-repeats-header
b.csv:6 row-repeats-header
b.csv:7 row-repeats-header
