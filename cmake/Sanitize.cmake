if(TENKO_SANITIZE)
  add_compile_options(-fsanitize=${TENKO_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${TENKO_SANITIZE})
endif()
