# Standard output is full
peek's result is its output: exit 4 and a sentence.

$ peek tax.csv --lang en
exit 4
with stdout full

-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect stderr --
standard output could not be written
