# A rule that does not exist
A rule that is misspelt in the configuration would stay switched on without a word.

$ run --lang en
exit 2

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
rules:
  leave-acount: {enabled: false}

-- expect stderr --
tenko.yaml:3: 
did you mean `leave-account`?
