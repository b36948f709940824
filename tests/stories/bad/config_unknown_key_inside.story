# An unknown key inside a system, in English
The line is the key's own, not the section's.

$ run --lang en
exit 2

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems:
  - name: 税務
    source: tax.csv
    dormant_day: 30

-- expect stderr --
tenko.yaml:5: 
did you mean `dormant_days`?
