/*
 * Searches. A page is asked for, its entries are handed on one by one as they arrive, and the
 * cookie alone says whether there is another page: a short page is not the end. So memory holds one
 * entry, whatever the directory's size. An answer that ends with anything but success, or with a
 * referral, is a failure: half a list must never look like a list.
 *
 * A server that sends a page a second time, whatever its cookie, or only empty pages, would go on
 * for ever: that is a failure, too. The cookie itself proves nothing, some servers never change it.
 *
 * A server may cut a long attribute (Active Directory: 1,500 values) and name what it gave:
 * member;range=0-1499. The rest is fetched until the range ends in *, before the entry is handed
 * on.
 */
#include "ldap_internal.h"
#include "ldap_tags.h"

#include "tenko/encoding.h"
#include "tenko/strpool.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#define MAX_VALUE_BYTES ((size_t)1 << 20) /* a name, an ID or a role is not longer */
#define NAMED_REFERRALS 3
#define PAGE_KEY        16  /* digits of a page's digest that are kept */
#define MAX_EMPTY_PAGES 100 /* in a row: a server that searches long may send a few */

/* Where an attribute's values begin in `values`, until they have stopped moving. */
struct entry_slot {
    struct dir_attribute attribute;
    size_t first;
};

struct dir_search {
    struct dir_session *session;
    struct dir_query query;
    int msgid; /* −1: no request is on its way */
    bool is_over;
    struct berval cookie;    /* owned (ber_memfree) */
    struct strpool pages;    /* digests of the pages that were read */
    struct digest *page;     /* of the present one: its DNs; NULL while it is empty */
    uint32_t empty_pages;    /* in a row */
    VEC(LDAPMessage *) held; /* what the present entry points into */
    VEC(struct entry_slot) slots;
    VEC(struct dir_attribute) attributes;
    VEC(struct span) values;
    uint64_t referrals;
    struct strbuf referral_urls;
};

static void hold_nothing(struct dir_search *search) {
    for (size_t i = 0; i < search->held.count; i++)
        dir_free_message(search->held.items[i]);
    search->held.count = search->slots.count = search->attributes.count = search->values.count = 0;
}

/* Sends the request for the next page. */
static bool request(struct dir_search *search, struct error *err) {
    struct dir_session *s = search->session;
    const struct dir_query *q = &search->query;
    LDAPControl *paged = NULL, *controls[2] = {NULL, NULL};
    struct quiet quiet;
    int code = LDAP_SUCCESS;
    if (q->page_size > 0) {
        code = ldap_create_page_control(s->ld, q->page_size,
                                        search->cookie.bv_val ? &search->cookie : NULL, 1, &paged);
        controls[0] = paged;
    }
    dir_forget_words(s);
    quiet_begin(&quiet);
    if (code == LDAP_SUCCESS)
        code = ldap_search_ext(s->ld, q->base, q->scope, q->filter,
                               (char **)(uintptr_t)q->attributes, q->wants_names_only, controls,
                               NULL, NULL, LDAP_NO_LIMIT, &search->msgid);
    quiet_end(&quiet);
    if (paged)
        ldap_control_free(paged);
    if (code == LDAP_SUCCESS)
        return true;
    search->msgid = -1;
    return dir_fail(s, code, NULL, err);
}

bool dir_search_open(struct dir_search **out, struct dir_session *s, const struct dir_query *query,
                     struct error *err) {
    struct dir_search *search = memory_zeroed(1, sizeof *search);
    *search = (struct dir_search){.session = s, .query = *query, .msgid = -1};
    if (!request(search, err)) {
        dir_search_close(search);
        return false;
    }
    *out = search;
    return true;
}

void dir_search_close(struct dir_search *search) {
    if (!search)
        return;
    hold_nothing(search);
    if (search->msgid >= 0) {
        struct quiet quiet;
        quiet_begin(&quiet);
        ldap_abandon_ext(search->session->ld, search->msgid, NULL, NULL);
        quiet_end(&quiet);
    }
    ber_memfree(search->cookie.bv_val);
    strpool_release(&search->pages);
    digest_free(search->page);
    vec_release(&search->held);
    vec_release(&search->slots);
    vec_release(&search->attributes);
    vec_release(&search->values);
    strbuf_release(&search->referral_urls);
    free(search);
}

uint64_t dir_search_referrals(const struct dir_search *search, const char **urls) {
    *urls = search->referral_urls.n ? search->referral_urls.p : "";
    return search->referrals;
}

static struct span span_of_berval(const struct berval *v) {
    return (struct span){v->bv_val ? v->bv_val : "", v->bv_len};
}

/* "range=0-1499" among the options: is it a range, and where does it end (−1: at the end)? */
static bool read_range(struct span options, int64_t *last) {
    while (options.n) {
        const char *end = memchr(options.p, ';', options.n);
        size_t n = end ? (size_t)(end - options.p) : options.n;
        int from, to = -1, used = 0;
        char text[48];
        if (n > 6 && n < sizeof text && strncasecmp(options.p, "range=", 6) == 0) {
            memcpy(text, options.p, n);
            text[n] = '\0';
            bool is_open = sscanf(text + 6, "%9d-*%n", &from, &used) == 1 && used;
            if (is_open || sscanf(text + 6, "%9d-%9d", &from, &to) == 2) {
                *last = is_open ? -1 : to;
                return true;
            }
        }
        options.p += n + (end != NULL);
        options.n -= n + (end != NULL);
    }
    return false;
}

/* Adds the values to the slot that is the last one with values, so that they stay together. */
static bool add_values(struct dir_search *search, struct entry_slot *slot,
                       const struct berval *values, struct span dn, struct error *err) {
    for (size_t i = 0; values && values[i].bv_val; i++) {
        if (values[i].bv_len > MAX_VALUE_BYTES) {
            char bytes[32] = "", attribute[128] = "", entry[400] = "";
            snprintf(bytes, sizeof bytes, "%zu", (size_t)values[i].bv_len);
            snprintf(attribute, sizeof attribute, "%.*s", (int)slot->attribute.name.n,
                     slot->attribute.name.p);
            size_t shown = dn.n < sizeof entry ? dn.n : sizeof entry - 1;
            snprintf(entry, sizeof entry, "%.*s",
                     (int)utf8_valid_prefix((struct span){dn.p, shown}), dn.p);
            return error_set(err, FAULT_INPUT, MSG_LDAP_VALUE_TOO_LONG, search->session->url, 0,
                             attribute, bytes, entry, NULL);
        }
        vec_push(&search->values, span_of_berval(&values[i]));
        slot->attribute.count++;
    }
    return true;
}

/* Reads the attributes of an entry's message into slots; values are pointed at, not copied. */
static bool read_attributes(struct dir_search *search, LDAPMessage *message, BerElement *ber,
                            struct span dn, struct error *err) {
    LDAP *ld = search->session->ld;
    while (true) {
        struct berval name, *values = NULL;
        int code = ldap_get_attribute_ber(ld, message, ber, &name, &values);
        if (code != LDAP_SUCCESS)
            return dir_fail(search->session, code, NULL, err);
        if (!name.bv_val)
            return true;
        struct entry_slot slot = {.attribute.name = span_of_berval(&name),
                                  .first = search->values.count};
        const char *semicolon = memchr(name.bv_val, ';', name.bv_len);
        if (semicolon) {
            size_t n = (size_t)(semicolon - name.bv_val);
            slot.attribute.name.n = n;
            slot.attribute.options = (struct span){semicolon + 1, name.bv_len - n - 1};
        }
        bool ok = add_values(search, &slot, values, dn, err);
        ber_memfree(values);
        if (!ok)
            return false;
        vec_push(&search->slots, slot);
    }
}

/* Opens an entry's message: its DN, and the reader of its attributes. */
static bool begin_entry(struct dir_search *search, LDAPMessage *message, BerElement **ber,
                        struct span *dn, struct error *err) {
    struct berval name;
    int code = ldap_get_dn_ber(search->session->ld, message, ber, &name);
    if (code != LDAP_SUCCESS)
        return dir_fail(search->session, code, NULL, err);
    *dn = span_of_berval(&name);
    return true;
}

/* Waits for one message of a request: as long for each, so that a slow list is read to its end. */
static bool receive(struct dir_search *search, int *msgid, LDAPMessage **message,
                    struct error *err) {
    int64_t left_ms = dir_patience(search->session);
    int code = dir_wait(search->session, *msgid, LDAP_MSG_ONE, &left_ms, message);
    if (code == LDAP_SUCCESS)
        return true;
    *msgid = -1;
    return dir_fail(search->session, code, NULL, err);
}

static bool is_named(const struct dir_attribute *a, const char *name, size_t n) {
    return a->name.n == n && strncasecmp(a->name.p, name, n) == 0;
}

/* Appends the values of the slot's attribute in `message` to it, whatever else the server sent, and
 * says where their range ends (*last as in read_range; −1 too where the server sent no more). The
 * slot's values are the last ones so far. */
static bool take_range(struct dir_search *search, struct entry_slot *slot, LDAPMessage *message,
                       struct span dn, int64_t *last, struct error *err) {
    BerElement *ber = NULL;
    struct span ignored, name = slot->attribute.name;
    size_t slots = search->slots.count;
    bool ok = begin_entry(search, message, &ber, &ignored, err) &&
              read_attributes(search, message, ber, dn, err);
    ber_free(ber, 0);
    for (size_t i = slots; ok && i < search->slots.count; i++) {
        const struct entry_slot *more = &search->slots.items[i];
        const struct dir_attribute *a = &more->attribute;
        int64_t end;
        if (!is_named(a, name.p, name.n) || !read_range(a->options, &end) || a->count == 0)
            continue;
        memmove(search->values.items + slot->first + slot->attribute.count,
                search->values.items + more->first, a->count * sizeof *search->values.items);
        slot->attribute.count += a->count;
        *last = end;
    }
    search->slots.count = slots;
    search->values.count = slot->first + slot->attribute.count;
    return ok;
}

/* Sends the request for `name;range=first-*` of the entry. */
static bool request_range(struct dir_search *search, const struct entry_slot *slot, struct span dn,
                          int64_t first, int *msgid, struct error *err) {
    struct strbuf wanted = {0}, base = {0};
    struct quiet quiet;
    strbuf_add_span(&wanted, slot->attribute.name);
    strbuf_addf(&wanted, ";range=%lld-*", (long long)first);
    strbuf_add_span(&base, dn);
    quiet_begin(&quiet);
    int code =
        ldap_search_ext(search->session->ld, base.p, LDAP_SCOPE_BASE, "(objectClass=*)",
                        (char *[]){wanted.p, NULL}, 0, NULL, NULL, NULL, LDAP_NO_LIMIT, msgid);
    quiet_end(&quiet);
    strbuf_release(&wanted);
    strbuf_release(&base);
    return code == LDAP_SUCCESS ? true : dir_fail(search->session, code, NULL, err);
}

static bool fetch_range(struct dir_search *search, struct entry_slot *slot, struct span dn,
                        int64_t first, int64_t *last, struct error *err) {
    struct dir_session *s = search->session;
    int msgid = -1, type = 0, code = LDAP_SUCCESS;
    if (!request_range(search, slot, dn, first, &msgid, err))
        return false;
    *last = -1;
    while (type != LDAP_RES_SEARCH_RESULT) {
        LDAPMessage *message;
        if (!receive(search, &msgid, &message, err))
            return false;
        vec_push(&search->held, message);
        type = ldap_msgtype(message);
        if (type == LDAP_RES_SEARCH_ENTRY && !take_range(search, slot, message, dn, last, err))
            return false;
        if (type == LDAP_RES_SEARCH_RESULT)
            ldap_parse_result(s->ld, message, &code, NULL, NULL, NULL, NULL, 0);
    }
    return code == LDAP_SUCCESS ? true : dir_fail(s, code, NULL, err);
}

/* Moves the slot's values to the end of the list, where more can be added. */
static void move_to_end(struct dir_search *search, struct entry_slot *slot) {
    if (slot->first + slot->attribute.count == search->values.count)
        return;
    size_t first = search->values.count;
    for (size_t i = 0; i < slot->attribute.count; i++) {
        struct span value = search->values.items[slot->first + i];
        vec_push(&search->values, value);
    }
    slot->first = first;
}

static bool follow_ranges(struct dir_search *search, struct span dn, struct error *err) {
    for (size_t i = 0; i < search->slots.count; i++) {
        int64_t last;
        struct entry_slot slot = search->slots.items[i];
        if (!read_range(slot.attribute.options, &last))
            continue;
        move_to_end(search, &slot);
        while (last >= 0) {
            int64_t before = last;
            if (!fetch_range(search, &slot, dn, last + 1, &last, err))
                return false;
            if (last >= 0 && last <= before)
                return error_set(err, FAULT_INPUT, MSG_LDAP_NO_PROGRESS, search->session->url, 0,
                                 NULL);
        }
        slot.attribute.options = SPAN("");
        search->slots.items[i] = slot;
    }
    return true;
}

static bool is_same_slot(const struct entry_slot *a, const struct entry_slot *b) {
    const struct dir_attribute *x = &a->attribute, *y = &b->attribute;
    return ldap_text_equal(x->name, y->name) && ldap_tags_equal(x->options, y->options);
}

/* Some servers send an attribute twice (slapadd keeps what LDIF has in two places): one is made of
 * both, in the later one's place. */
static void join_repeated(struct dir_search *search) {
    for (size_t i = 1; i < search->slots.count; i++)
        for (size_t k = 0; k < i; k++) {
            struct entry_slot *earlier = &search->slots.items[k];
            struct entry_slot *later = &search->slots.items[i];
            if (earlier->attribute.count == 0 || !is_same_slot(earlier, later))
                continue;
            size_t first = later->first, count = later->attribute.count;
            move_to_end(search, earlier);
            later->first = earlier->first;
            later->attribute.count += earlier->attribute.count;
            earlier->attribute.count = 0;
            for (size_t v = 0; v < count; v++) {
                struct span value = search->values.items[first + v];
                vec_push(&search->values, value);
            }
        }
}

static void note_entry(struct dir_search *search, struct span dn) {
    if (search->query.page_size <= 0)
        return;
    if (!search->page)
        search->page = digest_new();
    digest_add(search->page, dn.p, dn.n);
    digest_add(search->page, "", 1);
}

static bool read_entry(struct dir_search *search, LDAPMessage *message, struct dir_entry *out,
                       struct error *err) {
    BerElement *ber = NULL;
    struct span dn = {0};
    bool ok = begin_entry(search, message, &ber, &dn, err) &&
              read_attributes(search, message, ber, dn, err);
    ber_free(ber, 0);
    if (!ok || !follow_ranges(search, dn, err))
        return false;
    join_repeated(search);
    for (size_t i = 0; i < search->slots.count; i++) {
        struct dir_attribute a = search->slots.items[i].attribute;
        if (a.count)
            a.values = search->values.items + search->slots.items[i].first;
        vec_push(&search->attributes, a);
    }
    *out = (struct dir_entry){dn, search->attributes.items, search->attributes.count};
    note_entry(search, dn);
    return true;
}

static void note_referral(struct dir_search *search, LDAPMessage *message) {
    char **urls = NULL;
    search->referrals++;
    if (ldap_parse_reference(search->session->ld, message, &urls, NULL, 0) != LDAP_SUCCESS)
        return;
    if (urls && urls[0] && search->referrals <= NAMED_REFERRALS)
        strbuf_addf(&search->referral_urls, "%s%s", search->referral_urls.n ? " " : "", urls[0]);
    ldap_memvfree((void **)urls);
}

/* Another page is to come: did this one bring anything new? */
static bool has_progress(struct dir_search *search) {
    char hex[DIGEST_HEX_SIZE];
    if (!search->page)
        return ++search->empty_pages < MAX_EMPTY_PAGES;
    search->empty_pages = 0;
    digest_finish(search->page, hex);
    search->page = NULL;
    uint32_t before = strpool_count(&search->pages);
    strpool_intern(&search->pages, (struct span){hex, PAGE_KEY});
    return strpool_count(&search->pages) > before;
}

/* Asks for the next page if the cookie says that there is one. */
static bool go_on(struct dir_search *search, struct error *err) {
    if (!search->cookie.bv_val || search->cookie.bv_len == 0)
        return search->is_over = true;
    if (has_progress(search))
        return request(search, err);
    return error_set(err, FAULT_INPUT, MSG_LDAP_NO_PROGRESS, search->session->url, 0, NULL);
}

/* The end of a page. */
static bool end_page(struct dir_search *search, LDAPMessage *message, struct error *err) {
    struct dir_session *s = search->session;
    LDAPControl **controls = NULL;
    char *words = NULL, **referrals = NULL;
    int code,
        parsed = ldap_parse_result(s->ld, message, &code, NULL, &words, &referrals, &controls, 0);
    bool ok = false;
    search->msgid = -1;
    if (parsed != LDAP_SUCCESS)
        code = parsed;
    ber_memfree(search->cookie.bv_val);
    search->cookie = (struct berval){0};
    if (code != LDAP_SUCCESS) {
        bool is_referred = code == LDAP_REFERRAL && referrals && referrals[0];
        dir_fail(s, code, is_referred ? referrals[0] : words ? words : "", err);
        goto out;
    }
    LDAPControl *paged = ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, controls, NULL);
    if (paged && search->query.page_size > 0) {
        ber_int_t estimate;
        code = ldap_parse_pageresponse_control(s->ld, paged, &estimate, &search->cookie);
        if (code != LDAP_SUCCESS) {
            dir_fail(s, code, NULL, err);
            goto out;
        }
    }
    ok = go_on(search, err);
out:
    ldap_memfree(words);
    ldap_memvfree((void **)referrals);
    ldap_controls_free(controls);
    return ok;
}

enum next dir_search_next(struct dir_search *search, struct dir_entry *out, struct error *err) {
    hold_nothing(search);
    while (!search->is_over) {
        LDAPMessage *message;
        if (!receive(search, &search->msgid, &message, err))
            return NEXT_FAILED;
        vec_push(&search->held, message);
        switch (ldap_msgtype(message)) {
        case LDAP_RES_SEARCH_ENTRY:
            return read_entry(search, message, out, err) ? NEXT_ROW : NEXT_FAILED;
        case LDAP_RES_SEARCH_REFERENCE:
            note_referral(search, message);
            break;
        case LDAP_RES_SEARCH_RESULT:
            if (!end_page(search, message, err))
                return NEXT_FAILED;
            break;
        default:
            break;
        }
        hold_nothing(search);
    }
    return NEXT_END;
}

const struct dir_attribute *dir_entry_find(const struct dir_entry *e, const char *name) {
    size_t n = strlen(name);
    for (size_t i = 0; i < e->count; i++) {
        const struct dir_attribute *a = &e->attributes[i];
        if (a->count && a->options.n == 0 && is_named(a, name, n))
            return a;
    }
    return NULL;
}
