/*
 * Keyrings: the key of each distinct text of one source, folded once and remembered in an array
 * indexed by the text's id. After the seal a text whose key is not in the model's pool gets
 * KEY_UNKNOWN; a sealing keyring puts it there instead.
 */
#include "seal.h"

#include <stdlib.h>

enum { MEMO_UNORDERED = FOLD_COUNT, MEMO_COUNT };

struct keyring {
    const struct model *model;
    struct model *sealing; /* NULL after the seal */
    const struct strpool *texts;
    uint32_t text_count;
    uint32_t *memo[MEMO_COUNT]; /* key + 2; 0 = not asked yet */
    str_id *raw;                /* while sealing: id in model->text, 0 = not asked yet */
    struct strbuf folded;
};

struct keyring *keyring_new(const struct model *m, const struct source *s) {
    struct keyring *ring = memory_zeroed(1, sizeof *ring);
    ring->model = m;
    ring->texts = &s->text;
    ring->text_count = strpool_count(&s->text);
    return ring;
}

struct keyring *keyring_new_sealing(struct model *m, const struct source *s) {
    struct keyring *ring = keyring_new(m, s);
    ring->sealing = m;
    ring->raw = memory_zeroed(ring->text_count, sizeof *ring->raw);
    return ring;
}

void keyring_free(struct keyring *ring) {
    if (!ring)
        return;
    for (size_t i = 0; i < MEMO_COUNT; i++)
        free(ring->memo[i]);
    free(ring->raw);
    strbuf_release(&ring->folded);
    free(ring);
}

static key_id find_key(const struct model *m, struct span folded) {
    if (folded.n == 0)
        return 0;
    str_id id = strpool_find(&m->keys, folded);
    return id == STR_NONE ? KEY_UNKNOWN : id;
}

static key_id fold_key(struct keyring *ring, unsigned memo, str_id text) {
    struct span raw = strpool_text(ring->texts, text);
    if (memo == MEMO_UNORDERED)
        fold_name_unordered(raw, &ring->folded);
    else
        fold_text((enum fold)memo, raw, &ring->folded);
    struct span folded = strbuf_span(&ring->folded);
    return ring->sealing ? strpool_intern(&ring->sealing->keys, folded)
                         : find_key(ring->model, folded);
}

/* Most texts are identifiers; of other kinds few are asked for, and their pages cost nothing. */
static uint32_t *memo_new(unsigned memo, uint32_t count) {
    return memo == FOLD_ID ? memory_cleared(count, sizeof(uint32_t))
                           : memory_zeroed(count, sizeof(uint32_t));
}

static key_id remembered(struct keyring *ring, unsigned memo, str_id text) {
    if (text == STR_NONE)
        return 0;
    if (!ring->memo[memo])
        ring->memo[memo] = memo_new(memo, ring->text_count);
    uint32_t *slot = &ring->memo[memo][text];
    if (*slot == 0)
        *slot = fold_key(ring, memo, text) + 2; /* KEY_UNKNOWN becomes 1 */
    return *slot - 2;
}

key_id keyring_key(struct keyring *ring, enum fold fold, str_id text) {
    return remembered(ring, fold, text);
}

key_id keyring_unordered(struct keyring *ring, str_id text) {
    return remembered(ring, MEMO_UNORDERED, text);
}

void keyring_expect(struct keyring *ring, str_id text) {
    strpool_expect_of(&ring->model->keys, ring->texts, text);
}

str_id keyring_text(struct keyring *ring, str_id text) {
    if (text != STR_NONE && ring->raw[text] == STR_NONE)
        ring->raw[text] = strpool_intern(&ring->sealing->text, strpool_text(ring->texts, text));
    return ring->raw[text];
}

key_id seal_key(struct model *m, enum fold fold, struct span text) {
    struct strbuf folded = {0};
    fold_text(fold, text, &folded);
    key_id key = strpool_intern(&m->keys, strbuf_span(&folded));
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

/* Who has the bare key; `several` are all of them. */
static enum found found_by_bare(const struct model *m, key_id bare, uint32_t *person,
                                struct person_span *candidates, bool *by_bare) {
    *candidates = key_index_get(&m->by_bare_id, bare);
    *by_bare = candidates->count > 0;
    if (candidates->count != 1)
        return candidates->count ? FOUND_SEVERAL : FOUND_NONE;
    *person = candidates->people[0];
    return FOUND_ONE;
}

static bool found_by_id(const struct model *m, key_id id, uint32_t *person,
                        struct person_span *candidates, bool *by_bare) {
    *person = NOBODY;
    *by_bare = false;
    *candidates = key_index_get(&m->by_id, id);
    if (candidates->count == 0)
        return false;
    *person = candidates->people[0]; /* rows with one key are one person */
    return true;
}

enum found model_find_person(const struct model *m, struct span person_id, uint32_t *person,
                             struct person_span *candidates, bool *by_bare) {
    if (found_by_id(m, model_key(m, FOLD_ID, person_id), person, candidates, by_bare))
        return FOUND_ONE;
    return found_by_bare(m, model_key(m, FOLD_ID_BARE, person_id), person, candidates, by_bare);
}

enum found keyring_find_person(struct keyring *ring, str_id person_id, uint32_t *person,
                               struct person_span *candidates, bool *by_bare) {
    const struct model *m = ring->model;
    if (found_by_id(m, keyring_key(ring, FOLD_ID, person_id), person, candidates, by_bare))
        return FOUND_ONE;
    return found_by_bare(m, keyring_key(ring, FOLD_ID_BARE, person_id), person, candidates,
                         by_bare);
}
