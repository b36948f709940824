/*
 * Guests, service accounts, built-in accounts, second IDs of administrators: every glob of the
 * table that user IDs of the list fit is proposed, each ID under the first that it fits.
 */
#include "init_globs.h"

#include "tenko/fold.h"

#include <stdlib.h>

/* Globs of one kind, divided by spaces. */
static const struct pattern {
    enum account_kind kind;
    const char *globs;
} patterns[] = {
    {KIND_SHARED,
     "Administrator root admin sa SYSTEM kyoyu* kyouyu* shared-* shared_* 共用* 共有*"},
    {KIND_SERVICE,
     "svc-* svc_* svc.* srv-* srv_* service-* service_* sys-* sys_* batch-* batch_* bat_* app-* "
     "app_* MSOL_* AAD_* Sync_* HealthMailbox* SystemMailbox* krbtgt* DefaultAccount "
     "WDAGUtilityAccount Guest daemon nobody www-data postgres mysql oracle backup batch *$"},
    {KIND_EXTERNAL, "*#EXT#* ext-* ext_* guest-* guest_*"},
    {KIND_ADMIN,
     "adm-{login} adm_{login} adm.{login} admin-{login} admin_{login} {login}-adm {login}_adm "
     "{login}-admin {login}_admin"},
};
enum { PATTERNS = sizeof patterns / sizeof patterns[0] };

/* Does the ID fit the n bytes at `written`, {login} being any text? */
static bool fits(const char *written, size_t n, struct span user_id) {
    char glob[64];
    const char *place = memmem(written, n, "{login}", strlen("{login}"));
    if (place)
        snprintf(glob, sizeof glob, "%.*s*%.*s", (int)(place - written), written,
                 (int)(n - (size_t)(place - written) - strlen("{login}")),
                 place + strlen("{login}"));
    else
        snprintf(glob, sizeof glob, "%.*s", (int)n, written);
    return glob_match(span_of(glob), user_id);
}

static struct found_glob *of_pattern(struct found_globs *all, const char *written) {
    for (size_t i = 0; i < all->items.count; i++)
        if (all->items.items[i].written == written)
            return &all->items.items[i];
    return NULL;
}

static void count_id(struct found_globs *out, struct span user_id) {
    for (size_t i = 0; i < PATTERNS; i++)
        for (const char *p = patterns[i].globs; *p;) {
            size_t n = strcspn(p, " ");
            if (fits(p, n, user_id)) {
                struct found_glob *found = of_pattern(out, p);
                if (found)
                    found->count++;
                else
                    vec_push(&out->items,
                             ((struct found_glob){patterns[i].kind, p, n, 1, user_id}));
                return;
            }
            p += n + (p[n] == ' ');
        }
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
