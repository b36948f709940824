/*
 * Guests, service accounts, built-in accounts, second IDs of administrators: every glob of the
 * table of looks that user IDs of the list fit is proposed, each ID under the first that it fits.
 */
#include "init_globs.h"

#include "tenko/id_look.h"

#include <stdlib.h>

/* What an ID that looks so would be called; KIND_PERSONAL: nobody can tell. */
static enum account_kind kind_of(enum id_look look) {
    switch (look) {
    case LOOKS_BUILT_IN:
    case LOOKS_SHARED:
    case LOOKS_KIOSK:
    case LOOKS_ROOM:
        return KIND_SHARED;
    case LOOKS_SERVICE:
    case LOOKS_COMPUTER:
        return KIND_SERVICE;
    case LOOKS_GUEST:
        return KIND_EXTERNAL;
    case LOOKS_ADMIN:
        return KIND_ADMIN;
    default:
        return KIND_PERSONAL;
    }
}

static struct found_glob *of_pattern(struct found_globs *all, const char *written) {
    for (size_t i = 0; i < all->items.count; i++)
        if (all->items.items[i].written == written)
            return &all->items.items[i];
    return NULL;
}

static void count_id(struct found_globs *out, struct span user_id) {
    struct id_glob glob = id_glob_of(user_id);
    enum account_kind kind = kind_of(glob.look);
    struct found_glob *found = of_pattern(out, glob.written);
    if (found)
        found->count++;
    else if (kind != KIND_PERSONAL)
        vec_push(&out->items, ((struct found_glob){kind, glob.written, glob.n, 1, user_id}));
}

static int by_place(const void *a, const void *b) {
    const struct found_glob *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return x->written < y->written ? -1 : x->written > y->written;
}

/* Where nearly every ID begins alike, that is how IDs are made there, and tells nothing. */
static void drop_customs(struct found_globs *out, size_t accounts) {
    size_t kept = 0;
    for (size_t i = 0; i < out->items.count; i++) {
        struct found_glob *glob = &out->items.items[i];
        if (glob->kind == KIND_EXTERNAL || glob->count < 4 || glob->count * 2 <= accounts)
            out->items.items[kept++] = *glob;
    }
    out->items.count = kept;
}

void init_find_globs(struct found_globs *out, const struct source *accounts) {
    for (size_t i = 0; i < accounts->accounts.count; i++)
        count_id(out, source_text(accounts, accounts->accounts.items[i].user_id));
    drop_customs(out, accounts->accounts.count);
    if (out->items.count)
        qsort(out->items.items, out->items.count, sizeof *out->items.items, by_place);
}
