# Options and no command
What is missing is the command, not one of the name --lang. An option that is wrong by itself is said to be that.

$ --lang en
exit 2

-- expect stderr --
tenko: no command
-- expect no stderr --
'--lang'
