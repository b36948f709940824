#include "old_blocks.h"

#include <xxhash.h>

struct old_blocks {
    const struct codec_table *table;
    struct query *body, *update; /* update NULL: the store is only read */
    struct digest *sha;
    struct block_rows rows;
    struct strbuf digests, room;
};

struct old_blocks *old_blocks_open(struct store *s, const struct codec_table *table) {
    struct old_blocks *old = memory_zeroed(1, sizeof *old);
    old->table = table;
    old->body = store_query(s, "SELECT body, digests FROM block JOIN seal USING (first) "
                               "WHERE first = ?1");
    if (!store_is_read(s))
        old->update = store_query(s, "UPDATE seal SET sha256 = ?2, digests = ?3 WHERE first = ?1");
    old->sha = digest_new();
    return old;
}

uint64_t stored_row_digest(const struct codec_table *table, struct span row, struct strbuf *room) {
    struct arena arena = {0};
    void *decoded = memory_zeroed(1, table->row_size);
    uint64_t digest = 0;
    if (!block_row_is_dropped(row) && codec_read(table, row, decoded, &arena))
        digest = codec_digest(table, decoded, codec_said(table, decoded), room);
    free(decoded);
    arena_release(&arena);
    return digest;
}

bool old_digest_fits(struct span row, struct span digests, size_t i) {
    uint64_t kept;
    if ((i + 1) * sizeof kept > digests.n)
        return false;
    memcpy(&kept, digests.p + i * sizeof kept, sizeof kept);
    return kept == XXH3_64bits(row.p, row.n);
}

static void write_seal(struct old_blocks *old, const struct state_block *block) {
    query_bind_number(old->update, 1, block->first);
    query_bind_bytes(old->update, 2, (struct span){(const char *)block->seal, DIGEST_SIZE});
    query_bind_bytes(old->update, 3, strbuf_span(&old->digests));
    query_run(old->update);
}

struct span old_blocks_seal(struct old_blocks *old, struct state_block *block) {
    strbuf_clear(&old->digests);
    query_bind_number(old->body, 1, block->first);
    if (query_next(old->body) && block_split(&old->rows, query_text(old->body, 0)) &&
        old->rows.items.count == block->rows) {
        for (size_t i = 0; i < old->rows.items.count; i++) {
            struct span row = old->rows.items.items[i];
            bool fits = old_digest_fits(row, query_text(old->body, 1), i);
            uint64_t digest = fits ? stored_row_digest(old->table, row, &old->room) : 0;
            strbuf_add(&old->digests, &digest, sizeof digest);
        }
        block_seal(old->sha, strbuf_span(&old->digests), query_text(old->body, 0), block->seal);
        block->is_sealed = true;
    }
    query_reset(old->body);
    if (block->is_sealed && old->update)
        write_seal(old, block);
    return strbuf_span(&old->digests);
}

void old_blocks_close(struct old_blocks *old) {
    if (!old)
        return;
    query_end(old->body);
    query_end(old->update);
    digest_free(old->sha);
    vec_release(&old->rows.items);
    strbuf_release(&old->digests);
    strbuf_release(&old->room);
    free(old);
}
