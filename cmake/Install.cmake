# What `cmake --install` puts where; the Debian package is made of the same.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # what is built is installed
install(TARGETS tenko RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${PROJECT_BINARY_DIR}/man/packed/ DESTINATION ${CMAKE_INSTALL_MANDIR})

install(FILES completion/tenko.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME tenko)
# Where zsh looks below /usr, as Debian has it, and below other places.
set(zsh_completions zsh/site-functions)
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  set(zsh_completions zsh/vendor-completions)
endif()
install(FILES completion/_tenko DESTINATION ${CMAKE_INSTALL_DATADIR}/${zsh_completions})
install(FILES completion/tenko.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

install(FILES README.md README.ja.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} PATTERN CHANGELOG.md EXCLUDE)
install(DIRECTORY sample-data/shiokaze DESTINATION ${CMAKE_INSTALL_DATADIR}/tenko)

configure_file(schedule/tenko-mail.service.in ${PROJECT_BINARY_DIR}/schedule/tenko-mail.service @ONLY)
install(FILES schedule/tenko.service schedule/tenko.timer ${PROJECT_BINARY_DIR}/schedule/tenko-mail.service DESTINATION lib/systemd/system)
install(FILES schedule/sysusers.conf DESTINATION lib/sysusers.d RENAME tenko.conf)
install(FILES schedule/network.conf schedule/mail.conf schedule/tenko.cron DESTINATION ${CMAKE_INSTALL_DATADIR}/tenko/schedule)
install(PROGRAMS schedule/mail-report DESTINATION ${CMAKE_INSTALL_DATADIR}/tenko)

include(cmake/DebianPackage.cmake)
