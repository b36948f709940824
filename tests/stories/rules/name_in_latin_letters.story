# Names in Latin letters
Either order is one name, accents, apostrophes, hyphens, titles and remarks make none (contract 3 and 4); a suffix does: Jr. is somebody else.

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: Acme
language: en
rosters:
  - {name: HR, source: roster.csv}
systems:
  - name: CRM
    owner: Sales
    source: crm.csv
rules: {duplicate-account: {enabled: false}}

-- roster.csv --
Employee ID,Name,Department
1,Zoë D'Angelo,Sales
2,Jean-Luc Lefèvre,Sales
3,Michael Grant,Sales
4,Søren Kjær,Sales

-- crm.csv --
User ID,Employee ID,Name
u1,1,"D’ANGELO, Zoe"
u2,1,Ms. Zoe DAngelo
u3,2,Lefevre Jean Luc (external)
u4,2,JEANLUC LEFEVRE
u5,3,Grant Michael
u6,3,Michael Grant Jr.
u7,4,"Kjaer, Soren [DK]"

-- expect exceptions --
name-mismatch  CRM  u6  person_id=3
