# tenko help of no command
The nearest one is named.

$ --lang en help chek
exit 2

-- expect stderr --
did you mean 'check'
