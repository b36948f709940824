/* Every file that a report must not lie around: the configuration, the inputs, the ledger. */
#ifndef TENKO_CLI_FILE_LIST_H
#define TENKO_CLI_FILE_LIST_H

#include "tenko/memory.h"
#include "tenko/plan.h"

struct file_list {
    VEC(char *) items; /* owned */
};

void file_list_init(struct file_list *files, const struct plan *plan);
void file_list_release(struct file_list *files);

#endif
