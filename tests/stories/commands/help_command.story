# tenko help COMMAND
The same page as tenko COMMAND --help.

$ --lang en help check

-- expect stdout --
tenko check [-c tenko.yaml]
--config FILE
-- expect no stdout --
tenko init city
