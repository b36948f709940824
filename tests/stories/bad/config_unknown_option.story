# An unknown option of a source
A misspelt `encoding` would otherwise silently mean auto.

$ check --lang en
exit 2

-- tenko.yaml --
rosters:
  - name: 職員
    source: {connector: csv, path: roster.csv, encodng: cp932}

-- expect stderr --
tenko.yaml:3: 
did you mean `encoding`?
