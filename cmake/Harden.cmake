# Release builds are hardened; scripts/check-hardening reads the program. Linking is the same in every build but the
# sanitizers', so that the tests see it.
if(NOT TENKO_SANITIZE)
  add_link_options(-pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
  set(hardened -fPIE -fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    list(APPEND hardened -fcf-protection=full)
  endif()
  add_compile_options("$<$<CONFIG:Release>:${hardened}>")
endif()
