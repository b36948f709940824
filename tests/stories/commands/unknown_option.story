# An unknown option
The nearest one of this command is named; an option of another command is unknown here.

$ run --as-off 2026-04-01 --lang en
exit 2
$ peek tax.csv --fail-on high
exit 2
$ run --sytem 税務=tax.csv --lang en
exit 2

-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect stderr --
did you mean '--system'?
