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

/* The key, if it was asked for before; else KEY_NONE. */
key_id fold_cache_known_key(struct fold_cache *cache, enum fold fold, str_id text);
/* Who has found out the key of a text that is not empty says so. */
void fold_cache_remember(struct fold_cache *cache, enum fold fold, str_id text, key_id key);

#endif
