file(READ ${FILE} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n" bytes "${bytes}")
file(WRITE ${HEADER} "static const unsigned char ${NAME}_bytes[] = {\n${bytes}0};\n#define ${NAME} ((const char *)${NAME}_bytes)\n#define ${NAME}_size (sizeof ${NAME}_bytes - 1)\n")
