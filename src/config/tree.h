/* The file's bytes as one YAML document, checked for size and shape but not for meaning. */
#ifndef TENKO_CONFIG_TREE_H
#define TENKO_CONFIG_TREE_H

#include "tenko/error.h"

#include <yaml.h>

#define CONFIG_MAX_MIB   16
#define CONFIG_MAX_DEPTH 32     /* the deepest legal path has 8 levels */
#define CONFIG_MAX_NODES 200000 /* each use of an alias counts anew */

/* The whole file; `out` is released by the caller even on failure. */
bool tree_read_file(struct strbuf *out, const char *path, struct error *err) must_check;

/* *out is the caller's (yaml_document_delete); its root is there and every node can be reached
 * within CONFIG_MAX_DEPTH, so that readers may recurse. `path` is for messages. */
bool tree_parse(yaml_document_t *out, const char *path, struct span bytes,
                struct error *err) must_check;

#endif
