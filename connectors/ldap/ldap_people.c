#include "ldap_people.h"

#include "tenko/dn.h"
#include "tenko/strpool.h"

#include <stdlib.h>

struct dir_people {
    struct dir_session *session;
    const char *const *attributes;
    struct strpool keys; /* dn_key of each entry that was asked for … */
    VEC(char *) numbers; /* … and, by its id, the number: owned, NULL = none */
    struct strbuf key;
};

struct dir_people *dir_people_new(struct dir_session *s, const char *const *attributes) {
    struct dir_people *people = memory_zeroed(1, sizeof *people);
    people->session = s;
    people->attributes = attributes;
    vec_push(&people->numbers, (char *)NULL);
    return people;
}

void dir_people_free(struct dir_people *people) {
    if (!people)
        return;
    for (size_t i = 0; i < people->numbers.count; i++)
        free(people->numbers.items[i]);
    vec_release(&people->numbers);
    strpool_release(&people->keys);
    strbuf_release(&people->key);
    free(people);
}

static char *first_number(const struct dir_people *people, const struct dir_entry *entry) {
    for (size_t i = 0; people->attributes[i]; i++) {
        const struct dir_attribute *a = dir_entry_find(entry, people->attributes[i]);
        if (a && a->count && a->values[0].n)
            return memory_copy_text(a->values[0]);
    }
    return NULL;
}

/* NULL too where the server does not answer: its next answer, to the list itself, decides. */
static char *ask(struct dir_people *people, struct span dn) {
    struct strbuf base = {0};
    struct dir_search *search;
    struct dir_entry entry;
    struct error ignored;
    char *number = NULL;
    strbuf_add_span(&base, dn);
    struct dir_query query = {
        .base = base.p, .filter = "(objectClass=*)", .attributes = people->attributes};
    if (dir_search_open(&search, people->session, &query, &ignored)) {
        if (dir_search_next(search, &entry, &ignored) == NEXT_ROW)
            number = first_number(people, &entry);
        dir_search_close(search);
    }
    strbuf_release(&base);
    return number;
}

static uint32_t index_of(str_id id) {
    return id.n;
}

struct span dir_people_number(struct dir_people *people, struct span dn) {
    strbuf_clear(&people->key);
    dn_key(dn, &people->key);
    uint32_t at = index_of(strpool_intern(&people->keys, strbuf_span(&people->key)));
    if (at == people->numbers.count)
        vec_push(&people->numbers, ask(people, dn));
    const char *number = at < people->numbers.count ? people->numbers.items[at] : NULL;
    return number ? span_of(number) : SPAN("");
}
