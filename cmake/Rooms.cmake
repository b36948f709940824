# tenko_room(NAME SOURCES… [LINKS…]): one static library for one folder.
function(tenko_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
  add_library(tenko_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(tenko_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include
                                           PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(tenko_${name} PUBLIC ${ROOM_LINKS})
  tenko_ban(tenko_${name})
endfunction()

# Calls that must not compile: see banned.h.
function(tenko_ban target)
  target_compile_options(${target} PRIVATE -include ${PROJECT_SOURCE_DIR}/cmake/banned.h)
endfunction()

# tenko_unit(NAME LINKS…): one Check program tests/unit/test_NAME.c, one ctest.
function(tenko_unit name)
  add_executable(test_${name} ${PROJECT_SOURCE_DIR}/tests/unit/test_${name}.c ${PROJECT_SOURCE_DIR}/tests/unit/suite.c)
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/unit)
  target_link_libraries(test_${name} PRIVATE ${ARGN} PkgConfig::CHECK)
  target_compile_definitions(test_${name} PRIVATE
    TENKO_SOURCE_DIR="${PROJECT_SOURCE_DIR}" TENKO_EXTERNAL_DIR="${PROJECT_SOURCE_DIR}/../shared/external")
  add_test(NAME unit_${name} COMMAND test_${name})
  # Check's own 4 seconds are too few for a sanitizer on a busy machine.
  set_tests_properties(unit_${name} PROPERTIES ENVIRONMENT CK_DEFAULT_TIMEOUT=120)
endfunction()
