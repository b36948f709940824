# `cpack`, called by scripts/package: tenko_VERSION-1_ARCHITECTURE.deb from what Install.cmake installs.
set(packaging ${PROJECT_BINARY_DIR}/packaging)
file(COPY packaging/postinst packaging/prerm packaging/postrm DESTINATION ${packaging})

# The package's own changelog, and ours beside it, packed without a time stamp as Debian wants it.
find_program(GZIP gzip REQUIRED)
set(ENV{LC_ALL} C)
execute_process(COMMAND date -u -R -d ${TENKO_RELEASED} OUTPUT_VARIABLE released OUTPUT_STRIP_TRAILING_WHITESPACE)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "Tenko maintainers <tenko@localhost>")
if(DEFINED ENV{DEBFULLNAME} AND DEFINED ENV{DEBEMAIL})
  set(CPACK_DEBIAN_PACKAGE_MAINTAINER "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
configure_file(packaging/changelog.in ${packaging}/changelog.Debian @ONLY)
configure_file(docs/CHANGELOG.md ${packaging}/changelog COPYONLY)
execute_process(COMMAND ${GZIP} -9nkf changelog.Debian changelog WORKING_DIRECTORY ${packaging})
install(FILES packaging/copyright ${packaging}/changelog.Debian.gz ${packaging}/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES packaging/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME tenko COMPONENT debian EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tenko)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL Unspecified debian)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS tzdata)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "man-db, sqlite3, default-mta | mail-transport-agent")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "calls the roll of user IDs and licenses
Tenko reconciles personnel rosters with the account lists that systems export
and with license ledgers, finds out whose each account is, and writes lists of
exceptions that people act on and auditors accept as evidence: accounts that
nobody holds, leavers' accounts, roles that do not fit, licenses that nobody
uses. It reads CSV files, Excel workbooks and LDAP directories, and changes
none of them.")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${packaging}/postinst ${packaging}/prerm ${packaging}/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
