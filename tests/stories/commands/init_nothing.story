# init where nothing is
Exit 2: name the files.

$ init
exit 2

-- readme.md --
x

-- expect stderr --
--roster
