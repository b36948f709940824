# gcc's counts of lines and branches (scripts/coverage). What ends by _exit writes its counts first: tests/coverage.c stands
# before _exit in every program.
if(TENKO_COVERAGE)
  add_compile_options(--coverage -fprofile-update=atomic)
  add_link_options(--coverage -Wl,--wrap=_exit -Wl,--undefined=__wrap__exit) # libcheck, behind base, calls it too
endif()
