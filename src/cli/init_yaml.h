/* Writes a commented tenko.yaml for sources that were recognised by their headers. */
#ifndef CLI_INIT_YAML_H
#define CLI_INIT_YAML_H

#include "init_items.h"

/* `options` say how the directory was reached. */
void init_yaml_write(struct sink *out, enum language lang, const struct recognised_items *all,
                     const struct options *options);

#endif
