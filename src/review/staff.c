/* Who a reviewer's cell means: "00010770 山本　拓也", a number, or a name. */
#include "review_internal.h"

#include "tenko/fold.h"
#include "tenko/name.h"

#include <stdlib.h>

#define SEVERAL (NO_ROW - 1)

struct staff {
    const struct run_record *record;
    struct strpool numbers, bare, names;
    VEC(uint32_t) of_number; /* person by id in the pool; several: SEVERAL */
    VEC(uint32_t) of_bare;
    VEC(uint32_t) of_name;
};

struct person_list {
    uint32_t *items;
    size_t count, capacity;
};

static void add_person(struct strpool *pool, struct person_list *people, struct span key,
                       uint32_t person) {
    if (!key.n)
        return;
    uint32_t id = strpool_intern(pool, key).n;
    while (people->count <= id)
        vec_push(people, NO_ROW);
    people->items[id] = people->items[id] == NO_ROW ? person : SEVERAL;
}

#define ADD(s, pool, list, kind, text, person)                                                     \
    do {                                                                                           \
        struct person_list people = {(s)->list.items, (s)->list.count, (s)->list.capacity};        \
        fold_text(kind, text, &key);                                                               \
        add_person(&(s)->pool, &people, strbuf_span(&key), person);                                \
        (s)->list.items = people.items;                                                            \
        (s)->list.count = people.count;                                                            \
        (s)->list.capacity = people.capacity;                                                      \
    } while (0)

struct staff *staff_index(const struct run_record *r) {
    struct staff *s = memory_zeroed(1, sizeof *s);
    struct strbuf key = {0};
    s->record = r;
    for (uint32_t i = 0; i < r->person_count; i++) {
        struct person_record p;
        r->rows->person(r->from, i, &p);
        ADD(s, numbers, of_number, FOLD_ID, p.person_id, i);
        ADD(s, bare, of_bare, FOLD_ID_BARE, p.person_id, i);
        ADD(s, names, of_name, FOLD_NAME, p.name, i);
    }
    strbuf_release(&key);
    return s;
}

static uint32_t look_up(const struct strpool *pool, const uint32_t *items, enum fold kind,
                        struct span text) {
    struct strbuf key = {0};
    fold_text(kind, text, &key);
    uint32_t id = key.n ? strpool_find(pool, strbuf_span(&key)).n : 0;
    strbuf_release(&key);
    return id ? items[id] : NO_ROW;
}

static uint32_t by_number_alone(const struct staff *s, struct span text) {
    uint32_t found = look_up(&s->numbers, s->of_number.items, FOLD_ID, text);
    return found != NO_ROW ? found : look_up(&s->bare, s->of_bare.items, FOLD_ID_BARE, text);
}

static size_t blank_at(struct span text, size_t i) {
    if (text.p[i] == ' ' || text.p[i] == '\t')
        return 1;
    return i + 3 <= text.n && memcmp(text.p + i, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

/* Cuts "number name" at the first blank; *rest is empty where there is none. */
static struct span first_word(struct span text, struct span *rest) {
    while (text.n && (text.p[0] == '\'' || blank_at(text, 0))) {
        size_t n = text.p[0] == '\'' ? 1 : blank_at(text, 0);
        text = (struct span){text.p + n, text.n - n};
    }
    for (size_t i = 0; i < text.n; i++) {
        size_t n = blank_at(text, i);
        if (n) {
            *rest = (struct span){text.p + i + n, text.n - i - n};
            return (struct span){text.p, i};
        }
    }
    *rest = (struct span){0};
    return text;
}

static bool has_digit(struct span text) {
    struct strbuf key = {0};
    bool has = false;
    fold_text(FOLD_ID, text, &key);
    for (size_t i = 0; i < key.n; i++)
        has |= key.p[i] >= '0' && key.p[i] <= '9';
    strbuf_release(&key);
    return has;
}

uint32_t staff_find(const struct staff *s, struct span cell, bool *by_number) {
    struct span rest, word = first_word(cell, &rest);
    uint32_t found = by_number_alone(s, word);
    if (found == NO_ROW && rest.n)
        found = by_number_alone(s, cell);
    *by_number = found != NO_ROW;
    if (found == NO_ROW && !has_digit(word))
        found = look_up(&s->names, s->of_name.items, FOLD_NAME, cell);
    return found < SEVERAL ? found : NO_ROW;
}

bool same_name(struct span a, struct span b) {
    struct strbuf x = {0}, y = {0};
    fold_text(FOLD_NAME, a, &x);
    fold_text(FOLD_NAME, b, &y);
    bool is_same = x.n && span_equal(strbuf_span(&x), strbuf_span(&y));
    strbuf_release(&x);
    strbuf_release(&y);
    return is_same;
}

bool staff_person(const struct staff *s, struct span person_id, struct person_record *out) {
    uint32_t person = by_number_alone(s, person_id);
    if (person >= SEVERAL)
        return false;
    s->record->rows->person(s->record->from, person, out);
    return true;
}

bool staff_is_holder(const struct staff *s, struct span cell, struct span person_id,
                     struct span name) {
    struct span rest, word = first_word(cell, &rest);
    bool by_number;
    uint32_t person = staff_find(s, cell, &by_number);
    if (!person_id.n && !name.n)
        return false;
    if (person != NO_ROW && by_number) {
        struct person_record p;
        s->record->rows->person(s->record->from, person, &p);
        return person_id.n && same_id(p.person_id, person_id);
    }
    return (person_id.n && (same_id(word, person_id) || same_id(cell, person_id))) ||
           same_name(cell, name) || (rest.n && has_digit(word) && same_name(rest, name));
}

bool staff_is_right(const struct staff *s, uint32_t person, struct span addressee,
                    struct span manager) {
    struct person_record p;
    bool by_number;
    if (person == NO_ROW)
        return false;
    s->record->rows->person(s->record->from, person, &p);
    if (manager.n && staff_find(s, manager, &by_number) == person)
        return true;
    if (!addressee.n)
        return false;
    bool is_of_it =
        same_word(p.department, addressee) || staff_find(s, addressee, &by_number) == person;
    for (uint32_t i = 0; !is_of_it && i < p.post_count; i++)
        is_of_it = same_word(p.posts[i], addressee);
    return is_of_it;
}

void staff_free(struct staff *s) {
    if (!s)
        return;
    strpool_release(&s->numbers);
    strpool_release(&s->bare);
    strpool_release(&s->names);
    vec_release(&s->of_number);
    vec_release(&s->of_bare);
    vec_release(&s->of_name);
    free(s);
}
