# init below a folder that is not there
Nothing is made of a path whose upper part is missing, which may be a slip.

$ init no/city --roster roster.csv --lang en
exit 4

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- expect stderr --
no/city: the folder cannot be made: No such file or directory: make it, and the one it lies in, or name another
