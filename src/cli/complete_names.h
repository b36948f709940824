/* Names that only the configuration and its ledger know. */
#ifndef CLI_COMPLETE_NAMES_H
#define CLI_COMPLETE_NAMES_H

#include "cli.h"

/* Called for each; `meaning` may be empty. */
typedef void complete_offer(void *context, struct span word, struct span meaning);

enum complete_name { COMPLETE_SYSTEMS, COMPLETE_EXCEPTIONS, COMPLETE_RUNS };

/* `config` NULL: tenko.yaml. Where it or the ledger cannot be read there are none. */
void complete_names(enum complete_name what, const char *config, complete_offer *offer,
                    void *context);

#endif
