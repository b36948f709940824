/* Names and ids of what a review record holds. */
#include "tenko/review_record.h"

#include "tenko/record.h"

static const struct {
    const char *name;
    enum message_id title;
} tests[REVIEW_TEST_COUNT] = {
    [REVIEW_TEST_SENT] = {"everything-sent", MSG_REVIEW_TEST_SENT},
    [REVIEW_TEST_ANSWERED] = {"everything-answered", MSG_REVIEW_TEST_ANSWERED},
    [REVIEW_TEST_NOT_SELF] = {"nobody-reviewed-himself", MSG_REVIEW_TEST_NOT_SELF},
    [REVIEW_TEST_IN_TIME] = {"answered-in-time", MSG_REVIEW_TEST_IN_TIME},
    [REVIEW_TEST_RIGHT_REVIEWER] = {"right-reviewer", MSG_REVIEW_TEST_RIGHT_REVIEWER},
    [REVIEW_TEST_REVOKED_GONE] = {"revoked-is-gone", MSG_REVIEW_TEST_REVOKED_GONE},
};

const char *review_test_name(enum review_test t) {
    return tests[t].name;
}

enum message_id review_test_title(enum review_test t) {
    return tests[t].title;
}

void review_id_format(uint64_t id, char out[REVIEW_ID_SIZE]) {
    exception_id_format(id << 4, out);
    out[0] = id ? 'r' : '\0';
}
