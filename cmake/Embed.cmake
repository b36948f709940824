# tenko_embed(FILE NAME HEADER): a file's bytes as `static const char NAME[]` (NUL-terminated) and
# NAME_size in a header made at build time.
function(tenko_embed file name header)
  add_custom_command(
    OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} -DFILE=${file} -DNAME=${name} -DHEADER=${header}
            -P ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
    DEPENDS ${file} ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
    VERBATIM)
endfunction()
