# Values in full-width letters are values too
Numbers and addresses in full-width letters stand where a header should: nothing of the row is shown.

$ run --as-of 2026-04-01 --lang en --roster staff.csv --system A=users.csv
exit 3

-- staff.csv --
００１２３４,佐藤花子
００１２３５,鈴木一郎

-- users.csv --
ｈｓ＠ｃｉｔｙ．ｅｘａｍｐｌｅ,佐藤花子
ｉｓ＠ｃｉｔｙ．ｅｘａｍｐｌｅ,鈴木一郎

-- expect stderr --
staff.csv:
users.csv:
header: none
-- expect no stderr --
佐藤
００１２３４
ｈｓ
