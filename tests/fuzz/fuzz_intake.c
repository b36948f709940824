/*
 * Any bytes as a list: the first byte says of which record, the second how dates and titles are to
 * be taken; the rest is the file, from its header to the model. Rows read are accepted or rejected,
 * texts are UTF-8, days are days or known to be unknown, and an issue names a line that was read.
 */
#include "fuzz.h"

#include "tenko/encoding.h"
#include "tenko/intake.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define HEADER_BYTES 2

static void check_text(const struct source *s, str_id id) {
    struct span text = source_text(s, id);
    FUZZ_ASSERT(utf8_valid_prefix(text) == text.n);
}

static void check_date(date d) {
    int year, month, day;
    if (!date_is_known(d))
        return;
    date_to_civil(d, &year, &month, &day);
    FUZZ_ASSERT(year >= 1 && year <= 9999 && date_from_civil(year, month, day) == d);
}

static void check_source(const struct source *s) {
    FUZZ_ASSERT(s->rows_read == s->rows_accepted + s->rows_rejected);
    for (size_t i = 0; i < s->accounts.count; i++) {
        const struct account *a = &s->accounts.items[i];
        FUZZ_ASSERT(source_text(s, a->user_id).n > 0);
        check_text(s, a->user_id);
        check_text(s, a->name);
        check_date(a->last_login_on);
        check_date(a->expires_on);
    }
    for (size_t i = 0; i < s->people.count; i++) {
        FUZZ_ASSERT(source_text(s, s->people.items[i].person_id).n > 0);
        check_text(s, s->people.items[i].name);
        check_date(s->people.items[i].left_on);
    }
    for (size_t i = 0; i < s->issues.count; i++) {
        const struct issue *issue = &s->issues.items[i];
        FUZZ_ASSERT(issue->problem != MSG_NONE);
        FUZZ_ASSERT(utf8_valid_prefix(issue->value) == issue->value.n);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < HEADER_BYTES)
        return 0;
    char path[32];
    struct plan plan;
    struct error err = {0};
    struct source source;
    int fd = memfd_create("fuzz", 0);
    FUZZ_ASSERT(fd >= 0);
    FUZZ_ASSERT(write(fd, data + HEADER_BYTES, size - HEADER_BYTES) ==
                (ssize_t)(size - HEADER_BYTES));
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    plan_init(&plan);
    plan.as_of = date_from_civil(2026, 3, 31);
    FUZZ_ASSERT(plan_add_file(&plan, RECORD_ACCOUNT, "list", path, &err));
    struct input_plan *input = &plan.systems.items[0];
    input->record = (enum record)(data[0] % RECORD_COUNT);
    input->date_style.two_digit_from = data[1] & 1 ? 1950 : 0;
    if (intake_read(&source, input, &plan, NULL, &err)) {
        check_source(&source);
        source_release(&source);
    } else {
        FUZZ_ASSERT(err.message != MSG_NONE);
    }
    plan_release(&plan);
    close(fd);
    return 0;
}
