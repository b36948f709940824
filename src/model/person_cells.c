/*
 * Cells of tables that name people: a number, or number and name (`00010770 山本　拓也`). The
 * number counts; a name that none of that person's names equals is an input issue.
 */
#include "seal.h"

static size_t space_at(struct span text, size_t i) {
    static const char *const spaces[] = {" ", "\t", "\xE3\x80\x80", "\xC2\xA0"};
    for (size_t s = 0; s < sizeof spaces / sizeof *spaces; s++) {
        size_t n = strlen(spaces[s]);
        if (text.n - i >= n && memcmp(text.p + i, spaces[s], n) == 0)
            return n;
    }
    return 0;
}

struct person_cell person_cell_read(const struct model *m, struct span text) {
    struct person_cell cell = {.number = text};
    size_t end = 0, skip;
    if (model_find_people(m, text).people.count)
        return cell;
    while (end < text.n && !space_at(text, end))
        end++;
    if (end == text.n)
        return cell;
    cell.number.n = end;
    while (end < text.n && (skip = space_at(text, end)) > 0)
        end += skip;
    cell.name = (struct span){text.p + end, text.n - end};
    return cell;
}

/* Is it one of the person's names, under either order or in kana? */
static bool is_name_of(const struct model *m, const struct person *p, struct span name) {
    static const enum fold folds[] = {FOLD_NAME, FOLD_KANA, FOLD_ROMAJI};
    for (size_t f = 0; f < sizeof folds / sizeof *folds; f++) {
        key_id key = model_key(m, folds[f], name);
        for (uint32_t i = 0; key_is_known(key) && i < p->name_count; i++)
            if (key_equal(m->names.items[p->names + i].key, key))
                return true;
    }
    return false;
}

person_ref policy_person(struct policy *p, const struct cell_place *at, struct span text) {
    struct person_cell cell = person_cell_read(p->m, text);
    struct people_found found = model_find_people(p->m, cell.number);
    person_ref person = people_found_one(found);
    const struct span none = {NULL, 0};
    if (!is_somebody(person)) {
        source_add_issue(p->source, at->origin,
                         &(struct join_issue){at->field,
                                              text,
                                              found.people.count ? MSG_POLICY_SEVERAL_PEOPLE
                                                                 : MSG_POLICY_NO_PERSON,
                                              at->done,
                                              {cell.number, none}});
        return NOBODY;
    }
    const struct person *who = &p->m->people.items[person.n];
    if (cell.name.n && !is_name_of(p->m, who, cell.name))
        source_add_issue(p->source, at->origin,
                         &(struct join_issue){at->field,
                                              text,
                                              MSG_POLICY_OTHER_NAME,
                                              MSG_POLICY_NUMBER_COUNTS,
                                              {cell.number, model_text(p->m, who->name)}});
    return person;
}
