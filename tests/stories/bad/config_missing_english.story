# No configuration, in English
--lang decides the language of a message even where no configuration could be read.

$ run -c city/none.yaml --lang en
exit 2

-- expect stderr --
city/none.yaml: there is no such configuration
tenko init
