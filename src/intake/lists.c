/*
 * Cells that hold several values. Roles, members and successors are split once for each distinct
 * cell, and records with the same cell share its slice. Addresses, logins and other names are
 * mostly different in every row: they are gathered from all columns of their field and laid down
 * when the row is read.
 */
#include "reading.h"

#include "tenko/address.h"
#include "tenko/dn.h"

#include <stdio.h>

/* --- the same lists in many rows --- */

/* Products are joined with + ; and commas; a stroke belongs to a name (Office/365). */
static size_t product_separator_at(struct span rest) {
    static const char wide[][4] = {"、", "；", "，", "＋"};
    if (*rest.p == '+' || *rest.p == ';' || *rest.p == ',' || *rest.p == '\n')
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++) {
        if (rest.n >= 3 && memcmp(rest.p, wide[i], 3) == 0)
            return 3;
    }
    return 0;
}

static size_t common_separator_at(struct span rest) {
    if (*rest.p == ',' || *rest.p == ';' || *rest.p == '/' || *rest.p == '|')
        return 1;
    static const char wide[][4] = {"、", "；", "／", "，", "｜"};
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++) {
        if (rest.n >= 3 && memcmp(rest.p, wide[i], 3) == 0)
            return 3;
    }
    return 0;
}

/* Bytes of the separator at p, or 0. What is set for roles adds to what separates IDs. */
static size_t separator_at(const struct reading *r, enum field field, struct span rest,
                           bool is_own_list) {
    const char *wanted = r->input->role_separator;
    if (field == FIELD_product)
        return product_separator_at(rest);
    bool is_common = !wanted || fields[field].type == TYPE_IDS;
    if (*rest.p == '\n' || *rest.p == '\r')
        return is_own_list || is_common ? 1 : 0;
    if (is_own_list)
        return 0;
    size_t n = wanted ? strlen(wanted) : 0;
    if (n && rest.n >= n && memcmp(rest.p, wanted, n) == 0)
        return n;
    return is_common ? common_separator_at(rest) : 0;
}

/* Is it the first entry of its kind? Remembers it in `keys`. */
static bool is_new(struct reading *r, enum fold fold, struct strpool *keys, struct span item) {
    fold_text(fold, item, &r->scratch);
    uint32_t before = strpool_count(keys);
    strpool_intern(keys, strbuf_span(&r->scratch));
    return strpool_count(keys) > before;
}

/* Entries are counted in 32 bits. */
void lists_push(struct source *s, str_id entry) {
    if (s->lists.count == UINT32_MAX)
        memory_exhausted();
    vec_push(&s->lists, entry);
}

/* DNs are never cut at their commas. */
static struct seen_list split_dns(struct reading *r, struct span text) {
    struct seen_list list = {.first = (uint32_t)r->source->lists.count};
    for (struct span dn; dn_next(&text, &dn) && !list.is_cut;) {
        list.is_cut = list.count == LIST_MAX;
        if (list.is_cut)
            break;
        lists_push(r->source, strpool_intern(&r->source->text, trimmed(dn)));
        list.count++;
    }
    return list;
}

/* The cell's distinct entries → source->lists. */
static struct seen_list split(struct reading *r, enum field field, struct span text,
                              bool is_own_list) {
    enum fold fold = fields[field].type == TYPE_IDS ? FOLD_ID : FOLD_WORD;
    struct seen_list list = {.first = (uint32_t)r->source->lists.count};
    struct strpool keys = {0};
    size_t begin = 0;
    if (field == FIELD_role && !is_own_list && dn_begins(text))
        return split_dns(r, text);
    for (size_t i = 0; i <= text.n && !list.is_cut;) {
        struct span rest = {text.p + i, text.n - i};
        size_t skip = rest.n ? separator_at(r, field, rest, is_own_list) : 1;
        if (skip == 0) {
            i++;
            continue;
        }
        struct span item = trimmed((struct span){text.p + begin, i - begin});
        i += skip;
        begin = i;
        if (item.n == 0 || !is_new(r, fold, &keys, item))
            continue;
        list.is_cut = list.count == LIST_MAX;
        if (list.is_cut)
            break;
        lists_push(r->source, strpool_intern(&r->source->text, item));
        list.count++;
    }
    strpool_release(&keys);
    return list;
}

static void store_list(struct reading *r, const struct task *task, struct seen_list list) {
    union any_record *record = &r->current;
    enum field field = task->field;
    if (task->is_one_of_many) {
        for (uint32_t i = 0; i < list.count; i++)
            gather(r, field, r->source->lists.items[list.first + i]);
    } else if (r->record == RECORD_SHARED) {
        record->shared.members = list.first;
        record->shared.member_count = list.count;
    } else if (field == FIELD_product) {
        r->products = list;
    } else if (field == FIELD_role) {
        record->account.roles = list.first;
        record->account.role_count = list.count;
    } else if (field == FIELD_members) {
        record->account.members = list.first;
        record->account.member_count = list.count;
    } else {
        record->department.successors = list.first;
        record->department.successor_count = list.count;
    }
}

void report_cut(struct reading *r, const struct task *task, struct span value) {
    char limit[16];
    snprintf(limit, sizeof limit, "%d", LIST_MAX);
    struct issue *issue = issue_add(r, task, value, MSG_LIST_TOO_LONG, MSG_DONE_LIST_CUT);
    issue->args[0] = arena_copy(&r->source->arena, span_of(limit));
}

void read_list(struct reading *r, struct task *task, const struct cell *cell, struct span text) {
    bool is_ids = fields[task->field].type == TYPE_IDS;
    if (text.n == 0)
        return;
    if (task->field == FIELD_role && is_lost_list(text)) {
        issue_add(r, task, text, MSG_ROLES_LOST, MSG_DONE_ANSWER_UNKNOWN);
        mark_unread(r, &r->current, FIELD_role);
        return;
    }
    if (is_none(r->record, text))
        return;
    if (is_ids && !memchr(text.p, ',', text.n)) /* 12,345 are two */
        text = repaired_id(r, task, cell, text);
    if (text.n == 0)
        return;
    bool is_own_list = cell->flags & CELL_LIST;
    struct strpool *seen = is_own_list ? &task->seen_own_list : &task->seen;
    str_id id = strpool_intern(seen, text);
    size_t known = is_own_list ? task->own_lists.count : task->lists.count;
    struct seen_list list;
    if (id.n < known) {
        list = is_own_list ? task->own_lists.items[id.n] : task->lists.items[id.n];
    } else {
        list = split(r, task->field, text, is_own_list);
        if (is_own_list) {
            while (task->own_lists.count <= id.n)
                vec_push(&task->own_lists, list);
        } else {
            while (task->lists.count <= id.n)
                vec_push(&task->lists, list);
        }
    }
    store_list(r, task, list);
    if (list.is_cut)
        report_cut(r, task, source_text(r->source, r->source->lists.items[list.first]));
}

/* --- other lists in every row --- */

void gather(struct reading *r, enum field field, str_id id) {
    for (size_t i = 0; i < r->gathered.count; i++) {
        if (r->gathered.items[i].field == field && str_equal(r->gathered.items[i].text, id))
            return;
    }
    if (r->gathered.count < LIST_MAX)
        vec_push(&r->gathered, ((struct gathered){field, id}));
}

void read_many(struct reading *r, const struct task *task, const struct cell *cell,
               struct span text) {
    bool is_ids = fields[task->field].type != TYPE_NAMES;
    if (text.n == 0 || is_none(r->record, text))
        return;
    if (fields[task->field].type == TYPE_ADDRESSES && memchr(text.p, '@', text.n)) {
        for (struct span address; address_next(&text, &address);)
            gather(r, task->field, strpool_intern(&r->source->text, address));
        return;
    }
    if (is_ids)
        text = repaired_id(r, task, cell, text);
    if (text.n)
        gather(r, task->field, strpool_intern(&r->source->text, text));
}

void read_further(struct reading *r, const struct task *task, struct span text) {
    if (text.n && !is_none(r->record, text))
        vec_push(&r->further, ((struct further){task->number, task->field, text}));
}

void read_further_values(struct reading *r, const struct task *task, struct span text, char sign) {
    /* numbers of their own, which no header has: 部署2 may be a list, too */
    enum { FIRST_NUMBER = 30, MOST = 20, LAST_COLUMN = 9 };
    int column = task->number < LAST_COLUMN ? task->number : LAST_COLUMN;
    int first = FIRST_NUMBER + MOST * column;
    const char *end = memchr(text.p, sign, text.n);
    for (int n = first; end && n < first + MOST; n++) {
        text.n -= (size_t)(end + 1 - text.p);
        text.p = end + 1;
        end = memchr(text.p, sign, text.n);
        struct span value = {text.p, end ? (size_t)(end - text.p) : text.n};
        if (trimmed(value).n)
            vec_push(&r->further, ((struct further){(uint8_t)n, task->field, trimmed(value)}));
    }
}

/* Further departments of an account: any of them counts. */
static struct texts further_departments(struct reading *r) {
    struct texts texts = {.first = (uint32_t)r->source->lists.count};
    for (size_t i = 0; i < r->further.count; i++) {
        lists_push(r->source, strpool_intern(&r->source->text, r->further.items[i].text));
        texts.count++;
    }
    return texts;
}

/* The record of the post with this number: as the main one, but for what belongs to a post. */
static struct person_row further_post(struct reading *r, uint8_t number) {
    struct person_row post = r->current.person;
    post.department_code = post.department = post.job_type = post.position = STR_NONE;
    post.posted_on = DATE_NONE;
    post.post_kind = POST_CONCURRENT;
    for (size_t i = 0; i < r->further.count; i++) {
        const struct further *f = &r->further.items[i];
        if (f->number == number)
            *text_at(&post, field_offset(RECORD_PERSON, f->field)) =
                strpool_intern(&r->source->text, f->text);
    }
    return post;
}

void push_further_posts(struct reading *r) {
    for (size_t i = 0; i < r->further.count; i++) {
        bool is_first = true;
        for (size_t k = 0; k < i; k++)
            is_first &= r->further.items[k].number != r->further.items[i].number;
        if (!is_first)
            continue;
        vec_push(&r->source->people, further_post(r, r->further.items[i].number));
        if (knows_field(r->source->known, FIELD_effective_on))
            vec_push(&r->effective_on, r->effective);
    }
}

/* Lays down what was gathered of one field; the first goes to `first` as well. */
static struct texts lay_down(struct reading *r, enum field field, str_id *first) {
    struct texts texts = {.first = (uint32_t)r->source->lists.count};
    for (size_t i = 0; i < r->gathered.count; i++) {
        if (r->gathered.items[i].field != field)
            continue;
        if (first && texts.count == 0)
            *first = r->gathered.items[i].text;
        lists_push(r->source, r->gathered.items[i].text);
        texts.count++;
    }
    return texts;
}

void unite_products(struct reading *r) {
    if (r->gathered.count == 0)
        return;
    struct texts products = lay_down(r, FIELD_product, NULL);
    r->products = (struct seen_list){.first = products.first, .count = (uint16_t)products.count};
    r->gathered.count = 0;
}

void store_many(struct reading *r) {
    if (r->record == RECORD_ACCOUNT && r->further.count)
        r->current.account.more_departments = further_departments(r);
    if (r->gathered.count == 0)
        return;
    if (r->record == RECORD_PERSON) {
        struct person_row *p = &r->current.person;
        p->other_names = lay_down(r, FIELD_other_name, NULL);
        p->emails = lay_down(r, FIELD_email, &p->email);
        p->logins = lay_down(r, FIELD_login, &p->login);
    } else if (r->record == RECORD_ACCOUNT) {
        struct account *a = &r->current.account;
        a->emails = lay_down(r, FIELD_email, &a->email);
        struct texts roles = lay_down(r, FIELD_role, NULL);
        if (roles.count) {
            a->roles = roles.first;
            a->role_count = (uint16_t)roles.count;
        }
    }
    r->gathered.count = 0;
}
