# A new number is no new holder
Between the runs everybody's number changes who was renumbered, and IDs go from hand to hand:
u1 was 1001's, who is now 2001 under the same name (written otherwise): one person, nothing moved.
u2 was 1002's, who is gone; 2002 has another name: moved.
u3 was 1003's; 2003 has the same name, but 1003 is still in the roster: two people, moved.
u4 was 1004's, who is gone; 2004 has the same name, but stood in the roster beside 1004 before: two people, moved.
u5 was 1005's; 1005 and 2005 stand in the roster with one name and one address: one person, nothing moved.
u6 is 1006's, whose number lost its zeros: nothing moved. u7 is new, u8 gone: 7 + 1 - 1 = 7. u1 also got a role.

$ run --as-of 2026-02-28
$ run --as-of 2026-03-31
$ diff --lang en

-- tenko.yaml --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}
safety: {max_shrink_percent: 100}

-- staff.csv --
person_id,name,email
1001,髙橋　京子,
1002,鈴木　一郎,
1003,佐藤　花子,
1004,田中　実,old.tanaka@example.jp
2004,田中　実,new.tanaka@example.jp
1005,伊藤　次郎,ito@example.jp
001006,森　ゆき,

-- staff.csv (at run 2) --
person_id,name,email
2001,高橋 京子,
2002,加藤　三郎,
1003,佐藤　花子,
2003,佐藤　花子,
2004,田中　実,new.tanaka@example.jp
1005,伊藤　次郎,ito@example.jp
2005,伊藤　次郎,ITO@example.jp
1006,森　ゆき,

-- tax.csv --
user_id,person_id,role
u1,1001,read
u2,1002,read
u3,1003,read
u4,1004,read
u5,1005,read
u6,001006,read
u8,1002,read

-- tax.csv (at run 2) --
user_id,person_id,role
u1,2001,read;write
u2,2002,read
u3,2003,read
u4,2004,read
u5,2005,read
u6,1006,read
u7,1003,read

-- expect stdout --
tax: 7 at the start + 1 added - 1 removed = 7 at the end; enabled 0, disabled 0, re-roled 1, moved 3
tax  u1  re-roled: read -> read, write  (2001)
tax  u2  moved: 1002 -> 2002  (2002)
tax  u3  moved: 1003 -> 2003  (2003)
tax  u4  moved: 1004 -> 2004  (2004)
tax  u7  added: - -> enabled  (1003)
tax  u8  removed: enabled -> -  (1002)
-- expect no stdout --
tax  u1  moved
tax  u5
tax  u6
