# Both days of a period in one cell
Lists of fixed-term staff write 任用期間 as R7.4.1～R8.3.31: the last day is the day of leaving. The era may stand only before
the first day, one side may be open, and a single day is the end. A plain day of leaving is clearer than the period.

$ run --roster kaikei.csv --roster haken.csv --roster leave.csv --system A=a.csv --as-of 2026-03-31

-- kaikei.csv --
職員番号,氏名,任用課,任用期間
1,青木　春菜,総務課,R7.4.1～R8.3.31
2,石田　健一,税務課,令和7年4月1日から7年9月30日まで
3,上野　真琴,税務課,R8.4.1～R9.3.31
4,江口　純,市民課,自令和7年4月1日　至令和7年12月31日
5,大塚　葵,市民課,R7.4.1～
6,加藤　学,市民課,1年以内
-- haken.csv --
スタッフ番号,氏名,派遣先,派遣期間,退職日
S1,木村　舞,総務課,2025-04-01 - 2025-09-30,
S2,工藤　蓮,総務課,2025/4/1-2026/9/30,2026-01-31
S3,小林　翼,総務課,2026/1/31まで,
-- leave.csv --
職員番号,氏名,育休期間
11,佐藤　花,R7.6.1～R8.5.31
12,清水　光,2025/4/1～2025/12/31
-- a.csv --
ユーザーID,職員番号
u1,1
u2,2
u3,3
u4,4
u5,5
u6,6
s1,S1
s2,S2
s3,S3
l1,11
l2,12

-- expect exceptions --
leaver-account	A	u2	evidence.left_on=2025-09-30
leaver-account	A	u4	evidence.left_on=2025-12-31
leaver-account	A	s2	evidence.left_on=2026-01-31
leave-account	A	l1
leaving-soon	A	u1
-- expect issues --
kaikei.csv:7 date-unreadable 任用期間
