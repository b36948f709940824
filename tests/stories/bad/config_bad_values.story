# Values that cannot be
The first of them stops the run: a date that does not exist is not made one that does, and a day of judgement that is a zero point of
clocks (none, elsewhere) is not made today.

$ run -c number.yaml --lang en
exit 2
$ run -c choice.yaml --lang en
exit 2
$ run -c none.yaml --lang en
exit 2
$ run -c zero.yaml --lang en
exit 2
$ run -c date.yaml --lang en
exit 2

-- number.yaml --
rosters: [{name: 職員, source: roster.csv}]
defaults: {dormant_days: many}
-- choice.yaml --
rosters: [{name: 職員, source: roster.csv}]
match: {accept: maybe}
-- none.yaml --
as_of: 9999-12-31
rosters: [{name: 職員, source: roster.csv}]
-- zero.yaml --
as_of: 0000-00-00
rosters: [{name: 職員, source: roster.csv}]
-- date.yaml --
as_of: 2026-02-30
rosters: [{name: 職員, source: roster.csv}]

-- expect stderr --
date.yaml:1: as_of: `2026-02-30`
2026-03-31
