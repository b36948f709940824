# No permission to read the configuration
Exit 2, with the system's reason.

$ run --lang en
exit 2
with no override

-- tenko.yaml (mode=000) --
rosters: [{name: 職員, source: roster.csv}]

-- expect stderr --
tenko.yaml: 
permission
