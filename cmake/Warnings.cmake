add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Wstrict-prototypes
                    -Wmissing-prototypes -Wvla -Wundef)
if(TENKO_WERROR)
  add_compile_options(-Werror)
endif()
