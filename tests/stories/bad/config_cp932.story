# The configuration was saved by an old editor
CP932 is refused with the remedy, not guessed at: a name read wrongly would go unnoticed.

$ run
exit 2

-- tenko.yaml (cp932) --
organization: 試験市
rosters: [{name: 職員, source: roster.csv}]

-- expect stderr --
tenko.yaml:1: 
Shift_JIS (CP932)
UTF-8 で保存し直してください
