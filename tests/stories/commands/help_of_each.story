# COMMAND --help
Exit 0 for every command, in Japanese by default.

$ check --help
$ init --help
$ explain --help
$ rules --help
$ peek --help

-- expect stdout --
tenko peek
--encoding
--delimiter
例:
