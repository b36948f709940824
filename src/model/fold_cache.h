/* What a fold cache is made of; private to the files that look something up by a text of it. */
#ifndef TENKO_MODEL_FOLD_CACHE_H
#define TENKO_MODEL_FOLD_CACHE_H

#include "seal.h"

struct fold_cache {
    const struct model *model;
    struct model *sealing; /* NULL after the seal */
    const struct strpool *texts;
    uint32_t text_count;
    uint32_t *memo[FOLD_COUNT]; /* key + 1; 0 = not asked yet */
    str_id *raw;                /* while sealing: id in model->text, 0 = not asked yet */
    struct strbuf folded;
};

#endif
