# What `cmake --install` puts where; the Debian package is made of the same.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # what is built is installed
install(TARGETS tenko RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${PROJECT_BINARY_DIR}/man/packed/ DESTINATION ${CMAKE_INSTALL_MANDIR})

install(FILES completion/tenko.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME tenko)
install(FILES completion/_tenko DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES completion/tenko.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

install(FILES README.md README.ja.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} PATTERN CHANGELOG.md EXCLUDE)
install(DIRECTORY sample-data/shiokaze DESTINATION ${CMAKE_INSTALL_DATADIR}/tenko)

install(FILES schedule/tenko.service schedule/tenko.timer schedule/tenko-mail.service DESTINATION lib/systemd/system)
install(FILES schedule/sysusers.conf DESTINATION lib/sysusers.d RENAME tenko.conf)
install(FILES schedule/network.conf schedule/mail.conf schedule/tenko.cron DESTINATION ${CMAKE_INSTALL_DATADIR}/tenko/schedule)
install(PROGRAMS schedule/mail-report DESTINATION ${CMAKE_INSTALL_DATADIR}/tenko)

include(cmake/DebianPackage.cmake)
