# No command at all
Exit 2, and where to look.

$ --lang en
exit 2
$
exit 2

-- expect stderr --
--help
