# --version
The name and a number.

$ --version

-- expect stdout --
tenko 
