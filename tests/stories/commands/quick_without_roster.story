# Quick mode without a roster
Nobody to compare with: exit 2, and the option that is missing.

$ run --system 税務=tax.csv
exit 2

-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect stderr --
--roster
