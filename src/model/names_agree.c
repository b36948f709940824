/*
 * Do names agree, and who has a name that sounds so. Names are compared as
 * folded texts first; how they sound is asked only where that does not help, and the index by sound
 * is built by the first who needs it: few systems write names otherwise than their roster does.
 */
#include "fold_cache.h"

#include "tenko/name.h"

#include <pthread.h>
#include <stdlib.h>

struct sound_index {
    pthread_mutex_t lock;
    bool is_built;
    struct strpool sounds;
    struct key_index people; /* by sound */
    struct arena arena;
};

static bool has_key(const struct model *m, const struct person *p, key_id key) {
    for (uint32_t i = 0; key_is_known(key) && i < p->name_count; i++)
        if (key_equal(m->names.items[p->names + i].key, key))
            return true;
    return false;
}

/* ヅ and ズ sound alike and are different names: kana is compared with kana as written. */
static bool has_kana(struct span text) {
    for (size_t i = 0; i + 2 < text.n; i++) {
        unsigned char a = (unsigned char)text.p[i], b = (unsigned char)text.p[i + 1];
        if ((a == 0xE3 && b >= 0x81 && b <= 0x83) || (a == 0xEF && (b == 0xBD || b == 0xBE)))
            return true;
    }
    return false;
}

static bool sounds_like(const struct model *m, const struct person *p, struct span name) {
    struct strbuf sound = {0}, other = {0};
    bool agrees = false;
    bool is_kana = has_kana(name);
    fold_text(FOLD_ROMAJI, name, &sound);
    for (uint32_t i = 0; sound.n && !agrees && i < p->name_count; i++) {
        struct span text = model_text(m, m->names.items[p->names + i].text);
        if (is_kana && has_kana(text))
            continue;
        fold_text(FOLD_ROMAJI, text, &other);
        agrees = span_equal(strbuf_span(&sound), strbuf_span(&other));
    }
    strbuf_release(&sound);
    strbuf_release(&other);
    return agrees;
}

static bool has_key_of(const struct model *m, const struct person *p, struct span name) {
    return has_key(m, p, model_key(m, FOLD_NAME, name)) ||
           has_key(m, p, model_key(m, FOLD_KANA, name));
}

/* Does the person bear the name in one of the forms that lists put together? An initial may stand
 * on either side alone. */
static bool agrees_in_form(const struct model *m, const struct person *p, struct span cell) {
    struct name_cell parts;
    struct strbuf form = {0};
    name_split(cell, &parts);
    bool agrees = parts.other.n && has_key_of(m, p, parts.other);
    for (int f = 0; f < NAME_FORMS && !agrees; f++)
        agrees = name_in_form(parts.name, (enum name_form)f, &form) &&
                 has_key_of(m, p, strbuf_span(&form));
    for (uint32_t i = 0; i < p->name_count && !agrees; i++)
        agrees = name_in_form(model_text(m, m->names.items[p->names + i].text),
                              NAME_WITHOUT_INITIALS, &form) &&
                 fold_equal(FOLD_NAME, strbuf_span(&form), parts.name);
    strbuf_release(&form);
    return agrees;
}

/* Of a name that another account has too, the key is remembered, and texts are no more compared. */
static bool is_written_alike(const struct model *m, struct fold_cache *cache, str_id name,
                             const struct person *p) {
    if (str_is_none(name))
        return false;
    key_id key = fold_cache_known_key(cache, FOLD_NAME, name);
    if (!key_is_none(key))
        return key_equal(key, p->name_key) && key_is_known(key);
    if (!span_equal(fold_cache_source_text(cache, name), model_text(m, p->name)))
        return false;
    fold_cache_remember(cache, FOLD_NAME, name, p->name_key);
    return true;
}

enum names_agreement model_names_agree(const struct model *m, struct fold_cache *cache,
                                       const struct account *a, const struct person *p) {
    if ((str_is_none(a->name) && str_is_none(a->kana)) || p->name_count == 0)
        return NAMES_UNKNOWN;
    /* Written alike on both sides: the common case, without folding a name a person. */
    if (is_written_alike(m, cache, a->name, p))
        return NAMES_AGREE;
    if (has_key(m, p, fold_cache_key(cache, FOLD_NAME, a->name)) ||
        has_key(m, p, fold_cache_key(cache, FOLD_KANA, a->name)) ||
        has_key(m, p, fold_cache_key(cache, FOLD_KANA, a->kana)))
        return NAMES_AGREE;
    /* Where the roster tells only the former family name. */
    if (!str_is_none(a->name) && !str_is_none(p->former_name) &&
        name_is_former(fold_cache_source_text(cache, a->name), model_text(m, p->name),
                       model_text(m, p->former_name)))
        return NAMES_AGREE;
    bool agree =
        sounds_like(m, p, fold_cache_source_text(cache, a->name)) ||
        sounds_like(m, p, fold_cache_source_text(cache, a->kana)) ||
        (!str_is_none(a->name) && agrees_in_form(m, p, fold_cache_source_text(cache, a->name)));
    return agree ? NAMES_AGREE : NAMES_DIFFER;
}

bool model_is_same_person(const struct model *m, const struct person *a, const struct person *b) {
    if (!key_is_known(a->name_key) || !key_equal(a->name_key, b->name_key))
        return false;
    if (key_is_known(a->kana_key) && key_is_known(b->kana_key) &&
        !key_equal(a->kana_key, b->kana_key))
        return false;
    for (uint32_t i = 0; i < a->handle_count; i++)
        for (uint32_t k = 0; k < b->handle_count; k++)
            if (key_equal(m->handles.items[a->handles + i], m->handles.items[b->handles + k]))
                return true;
    return false;
}

/* --- By sound --- */

static void build(const struct model *m, struct sound_index *index) {
    struct key_pairs pairs = {0};
    struct strbuf sound = {0};
    for (uint32_t p = 0; p < m->people.count; p++) {
        const struct person *person = &m->people.items[p];
        for (uint32_t i = 0; i < person->name_count; i++) {
            fold_text(FOLD_ROMAJI, model_text(m, m->names.items[person->names + i].text), &sound);
            key_id key = {strpool_intern(&index->sounds, strbuf_span(&sound)).n};
            key_pairs_add(&pairs, key, p);
        }
    }
    strbuf_release(&sound);
    key_index_build(&index->people, &pairs, strpool_count(&index->sounds), &index->arena);
}

struct index_span model_find_by_sound(const struct model *m, struct span name, key_id *key) {
    struct sound_index *index = m->tables->sounds;
    struct strbuf sound = {0};
    if (!has_kana(name))
        fold_text(FOLD_ROMAJI, name, &sound);
    if (sound.n == 0) {
        strbuf_release(&sound);
        return (struct index_span){NULL, 0};
    }
    pthread_mutex_lock(&index->lock);
    if (!index->is_built)
        build(m, index);
    index->is_built = true;
    pthread_mutex_unlock(&index->lock);
    str_id id = strpool_find(&index->sounds, strbuf_span(&sound));
    strbuf_release(&sound);
    *key = (key_id){strpool_count(&m->keys) + id.n};
    return key_index_get(&index->people, (key_id){id.n});
}

struct sound_index *sound_index_new(void) {
    struct sound_index *index = memory_zeroed(1, sizeof *index);
    pthread_mutex_init(&index->lock, NULL);
    return index;
}

void sound_index_free(struct sound_index *index) {
    if (!index)
        return;
    pthread_mutex_destroy(&index->lock);
    strpool_release(&index->sounds);
    arena_release(&index->arena);
    free(index);
}
