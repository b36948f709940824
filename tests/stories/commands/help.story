# --help
Every command of the table with a line about it, in Japanese by default and in English on request.

$ --help
$ --help --lang en

-- expect stdout --
tenko run
tenko check
tenko init
tenko peek
tenko explain
tenko rules
reconciles personnel rosters
