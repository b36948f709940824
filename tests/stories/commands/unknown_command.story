# An unknown command
The nearest known one is named.

$ rnu
exit 2
$ explian --lang en
exit 2

-- expect stderr --
'explian'
did you mean 'explain'?
