# peek of nothing
No file named: exit 2; a file that is not there: exit 3.

$ peek
exit 2
$ peek a.csv b.csv
exit 2
$ peek none.csv
exit 3

-- expect stderr --
none.csv: ファイルがありません
