# A connector that does not exist
The known ones are listed.

$ run --lang en
exit 2

-- tenko.yaml --
rosters: [{name: 職員, source: {connector: xlsx, path: roster.xlsx}}]

-- expect stderr --
tenko.yaml:1: connector: `xlsx`
csv, ldap
