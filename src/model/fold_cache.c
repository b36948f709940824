/*
 * Fold caches: the key of each distinct text of one source, folded once and remembered in an array
 * indexed by the text's id. After the seal a text whose key is not in the model's pool gets
 * KEY_UNKNOWN; a sealing fold cache puts it there instead.
 */
#include "fold_cache.h"

#include <stdlib.h>

struct fold_cache *fold_cache_new(const struct model *m, const struct source *s) {
    struct fold_cache *cache = memory_zeroed(1, sizeof *cache);
    cache->model = m;
    cache->texts = &s->text;
    cache->text_count = strpool_count(&s->text);
    return cache;
}

struct fold_cache *fold_cache_new_sealing(struct model *m, const struct source *s) {
    struct fold_cache *cache = fold_cache_new(m, s);
    cache->sealing = m;
    cache->raw = memory_zeroed(cache->text_count, sizeof *cache->raw);
    return cache;
}

void fold_cache_free(struct fold_cache *cache) {
    if (!cache)
        return;
    for (size_t i = 0; i < FOLD_COUNT; i++)
        free(cache->memo[i]);
    free(cache->raw);
    strbuf_release(&cache->folded);
    free(cache);
}

static key_id find_key(const struct model *m, struct span folded) {
    if (folded.n == 0)
        return KEY_NONE;
    str_id id = strpool_find(&m->keys, folded);
    return str_is_none(id) ? KEY_UNKNOWN : (key_id){id.n};
}

static key_id intern_key(struct model *m, struct span folded) {
    return (key_id){strpool_intern(&m->keys, folded).n};
}

static key_id fold_key(struct fold_cache *cache, enum fold fold, str_id text) {
    struct span raw = strpool_text(cache->texts, text);
    fold_text(fold, raw, &cache->folded);
    struct span folded = strbuf_span(&cache->folded);
    return cache->sealing ? intern_key(cache->sealing, folded) : find_key(cache->model, folded);
}

/* Most texts are identifiers; of other kinds few are asked for, and their pages cost nothing. */
static uint32_t *memo_new(enum fold fold, uint32_t count) {
    return fold == FOLD_ID ? memory_cleared(count, sizeof(uint32_t))
                           : memory_zeroed(count, sizeof(uint32_t));
}

static uint32_t *memo_slot(struct fold_cache *cache, enum fold fold, str_id text) {
    if (!cache->memo[fold])
        cache->memo[fold] = memo_new(fold, cache->text_count);
    return &cache->memo[fold][text.n];
}

static key_id remembered(struct fold_cache *cache, enum fold fold, str_id text) {
    if (str_is_none(text))
        return KEY_NONE;
    uint32_t *slot = memo_slot(cache, fold, text);
    if (*slot == 0)
        *slot = fold_key(cache, fold, text).n + 1;
    return (key_id){*slot - 1};
}

key_id fold_cache_key(struct fold_cache *cache, enum fold fold, str_id text) {
    return remembered(cache, fold, text);
}

key_id fold_cache_known_key(struct fold_cache *cache, enum fold fold, str_id text) {
    uint32_t known = *memo_slot(cache, fold, text);
    return known ? (key_id){known - 1} : KEY_NONE;
}

void fold_cache_remember(struct fold_cache *cache, enum fold fold, str_id text, key_id key) {
    *memo_slot(cache, fold, text) = key.n + 1;
}

void fold_cache_prefetch(struct fold_cache *cache, str_id text) {
    strpool_prefetch_of(&cache->model->keys, cache->texts, text);
}

str_id fold_cache_text(struct fold_cache *cache, str_id text) {
    if (!str_is_none(text) && str_is_none(cache->raw[text.n]))
        cache->raw[text.n] =
            strpool_intern(&cache->sealing->text, strpool_text(cache->texts, text));
    return cache->raw[text.n];
}

key_id seal_key(struct model *m, enum fold fold, struct span text) {
    struct strbuf folded = {0};
    fold_text(fold, text, &folded);
    key_id key = intern_key(m, strbuf_span(&folded));
    strbuf_release(&folded);
    return key;
}

key_id model_key(const struct model *m, enum fold fold, struct span text) {
    struct strbuf folded = {0};
    fold_text(fold, text, &folded);
    key_id key = find_key(m, strbuf_span(&folded));
    strbuf_release(&folded);
    return key;
}

key_id model_find_key(const struct model *m, struct span folded) {
    return find_key(m, folded);
}

struct span fold_cache_source_text(const struct fold_cache *cache, str_id text) {
    return strpool_text(cache->texts, text);
}
