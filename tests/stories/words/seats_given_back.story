# Seats that were given back
A day of return or cancellation that has come says that the seat is none; one to come, or a blank, says nothing. The serial
number beside a holder is the license's: a row without holder is an unassigned seat, not a device. 合計 5本 is no record.

$ run --lang en --roster staff.csv --license 一太郎=l.csv --as-of 2026-03-31

-- staff.csv --
職員番号,氏名,所属,退職年月日
001,青木 春菜,総務課,
002,石田 健一,税務課,2025-12-31
003,上野 真琴,税務課,
004,江口 純,市民課,

-- l.csv --
No.,ライセンス名,シリアル番号,使用者,職員番号,割当日,最終利用日,返却日,解約日
1,一太郎,A-1,青木　春菜,001,R7.4.1,R8.3.1,,
2,一太郎,A-2,石田　健一,002,R7.4.1,R7.12.1,,
3,一太郎,A-3,石田　健一,002,R7.4.1,,R7.12.31,
4,一太郎,A-4,上野　真琴,003,R7.4.1,R8.3.1,R8.6.30,
5,一太郎,A-5,江口　純,004,R7.4.1,,,R7.9.1
6,一太郎,A-6,,,,,,
合計,6本,,,,,,,

-- expect exceptions --
license-leaver	一太郎	002
-- expect summary --
licenses[0].assigned == 3
licenses[0].active == 2
licenses[0].unassigned == 1
-- expect issues --
l.csv:8 row-is-total
