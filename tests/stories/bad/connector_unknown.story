# A connector that does not exist
The known ones are listed.

$ run --lang en
exit 2

-- tenko.yaml --
rosters: [{name: 職員, source: {connector: xlsb, path: roster.xlsb}}]

-- expect stderr --
tenko.yaml:1: connector: `xlsb`
csv, xlsx, ldap
