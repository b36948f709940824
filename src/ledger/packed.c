#include "packed.h"

#include "codec.h"

#include <stdlib.h>

struct packed_account {
    const char *body;
    uint32_t length, line;
};

void packed_add(struct packed_accounts *p, struct span body, uint32_t line) {
    struct packed_account account = {arena_copy(&p->bodies, body).p, (uint32_t)body.n, line};
    vec_push(&p->items, account);
}

void packed_fetch(struct packed_accounts *p, size_t i, struct account_record *out) {
    const struct packed_account *stored = &p->items.items[i];
    memset(out, 0, sizeof *out);
    arena_release(&p->fetched);
    if (!codec_read(&codec_account, (struct span){stored->body, stored->length}, out, &p->fetched))
        memset(out, 0, sizeof *out); /* what is not JSON is verify's to say */
    out->place.line = stored->line;
    if (!p->first)
        return;
    out->exceptions = p->exceptions + p->first[i];
    out->exception_count = p->first[i + 1] - p->first[i];
}

void packed_free(struct packed_accounts *p) {
    if (!p)
        return;
    vec_release(&p->items);
    arena_release(&p->bodies);
    arena_release(&p->fetched);
    free(p);
}
