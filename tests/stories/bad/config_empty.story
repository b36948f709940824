# A configuration of nothing
An empty file is no configuration.

$ run --lang en
exit 2

-- tenko.yaml --
# all comments

-- expect stderr --
tenko.yaml
says nothing
