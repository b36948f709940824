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
