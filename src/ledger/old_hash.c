#include "old_hash.h"

enum { CHUNK_ROWS = 2048 };

struct old_hash {
    struct digest *sha;
    struct strbuf texts;
    size_t ends[CHUNK_ROWS], count;
};

static void end_chunk(struct old_hash *h) {
    if (!h->count)
        return;
    char hex[DIGEST_HEX_SIZE];
    struct digest *sha = digest_new();
    digest_add(sha, h->texts.p, h->texts.n);
    digest_add(sha, h->ends, h->count * sizeof *h->ends);
    digest_finish(sha, hex);
    digest_add(h->sha, hex, DIGEST_HEX_SIZE - 1);
    strbuf_clear(&h->texts);
    h->count = 0;
}

static void add_state(struct old_hash *h, struct span text) {
    strbuf_add_span(&h->texts, text);
    h->ends[h->count++] = h->texts.n;
    if (h->count == CHUNK_ROWS)
        end_chunk(h);
}

void old_section_hash(struct states *states, const struct range *ranges, size_t count,
                      struct span lines, char hex[DIGEST_HEX_SIZE]) {
    struct old_hash *h = memory_zeroed(1, sizeof *h);
    h->sha = digest_new();
    for (size_t i = 0; i < count; i++)
        for (int64_t id = ranges[i].first, end = id + ranges[i].count; id < end; id++) {
            struct span text;
            if (states_get(states, id, &text))
                add_state(h, text);
        }
    end_chunk(h);
    digest_add(h->sha, lines.p, lines.n);
    digest_finish(h->sha, hex);
    strbuf_release(&h->texts);
    free(h);
}
