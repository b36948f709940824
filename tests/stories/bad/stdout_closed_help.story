# --version into a closed pipe
Even the smallest output is checked.

$ --version
exit 4
with stdout full

-- expect stderr --
標準出力に書き込めません
