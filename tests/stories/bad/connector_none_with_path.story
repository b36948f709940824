# connector: none, and a path all the same
One of the two is a mistake, and Tenko cannot know which.

$ run --lang en
exit 2

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 図書館, source: {connector: none, path: tax.csv}}]

-- expect stderr --
tenko.yaml:2: 
`path`
