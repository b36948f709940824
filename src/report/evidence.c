/*
 * Evidence as a sentence: a label of the catalogue before each value, dates as the language writes
 * them. A fact of a rule that no longer exists is shown under its key. What people need not read
 * (names that they no longer have) stands in exceptions.jsonl alone.
 */
#include "evidence.h"

#include "terms.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static const struct label {
    const char *key;
    enum message_id label;
} labels[] = {
    /* by key */
    {"account_department", MSG_FACT_ACCOUNT_DEPARTMENT},
    {"account_department_code", MSG_FACT_ACCOUNT_DEPARTMENT_CODE},
    {"account_job_type", MSG_FACT_ACCOUNT_JOB_TYPE},
    {"account_name", MSG_FACT_ACCOUNT_NAME},
    {"account_person_id", MSG_FACT_ACCOUNT_PERSON_ID},
    {"account_status", MSG_FACT_ACCOUNT_STATUS},
    {"active", MSG_FACT_ACTIVE},
    {"after_leaving", MSG_FACT_AFTER_LEAVING},
    {"approved_by", MSG_FACT_APPROVED_BY},
    {"approved_on", MSG_FACT_APPROVED_ON},
    {"approved_person_id", MSG_FACT_APPROVED_PERSON_ID},
    {"assigned", MSG_FACT_ASSIGNED},
    {"assigned_on", MSG_FACT_ASSIGNED_ON},
    {"candidate_count", MSG_FACT_CANDIDATE_COUNT},
    {"candidates", MSG_FACT_CANDIDATES},
    {"contract_from", MSG_FACT_CONTRACT_FROM},
    {"contract_to", MSG_FACT_CONTRACT_TO},
    {"created_on", MSG_FACT_CREATED_ON},
    {"days", MSG_FACT_DAYS},
    {"declared_rows", MSG_FACT_DECLARED_ROWS},
    {"departments", MSG_FACT_DEPARTMENTS},
    {"departments_table", MSG_FACT_DEPARTMENTS_TABLE},
    {"device_department", MSG_FACT_DEVICE_DEPARTMENT},
    {"device_id", MSG_FACT_DEVICE_ID},
    {"disabled_accounts", MSG_FACT_DISABLED_ACCOUNTS},
    {"employments", MSG_FACT_EMPLOYMENTS},
    {"enabled_accounts", MSG_FACT_ENABLED_ACCOUNTS},
    {"ended_on", MSG_FACT_ENDED_ON},
    {"expires_on", MSG_FACT_EXPIRES_ON},
    {"exported_on", MSG_FACT_EXPORTED_ON},
    {"held_by_leavers", MSG_FACT_HELD_BY_LEAVERS},
    {"held_by_unknown", MSG_FACT_HELD_BY_UNKNOWN},
    {"hired_on", MSG_FACT_HIRED_ON},
    {"idle", MSG_FACT_IDLE},
    {"incident_on", MSG_FACT_INCIDENT_ON},
    {"job_types", MSG_FACT_JOB_TYPES},
    {"last_login_on", MSG_FACT_LAST_LOGIN_ON},
    {"last_used_on", MSG_FACT_LAST_USED_ON},
    {"leave_from", MSG_FACT_LEAVE_FROM},
    {"leave_kind", MSG_FACT_LEAVE_KIND},
    {"leave_to", MSG_FACT_LEAVE_TO},
    {"left_on", MSG_FACT_LEFT_ON},
    {"lent_on", MSG_FACT_LENT_ON},
    {"lines", MSG_FACT_LINES},
    {"list", MSG_FACT_LIST},
    {"looks_like", MSG_FACT_LOOKS_LIKE},
    {"manager", MSG_FACT_MANAGER},
    {"members", MSG_FACT_MEMBERS},
    {"moved", MSG_FACT_MOVED},
    {"never_used", MSG_FACT_NEVER_USED},
    {"other_accounts", MSG_FACT_OTHER_ACCOUNTS},
    {"over", MSG_FACT_OVER},
    {"owner", MSG_FACT_OWNER},
    {"owner_name", MSG_FACT_OWNER_NAME},
    {"owner_state", MSG_FACT_OWNER_STATE},
    {"password_changed_on", MSG_FACT_PASSWORD_CHANGED_ON},
    {"person_id", MSG_FACT_PERSON_ID},
    {"policy_line", MSG_FACT_POLICY_LINE},
    {"positions", MSG_FACT_POSITIONS},
    {"posted_on", MSG_FACT_POSTED_ON},
    {"product", MSG_FACT_PRODUCT},
    {"purchased", MSG_FACT_PURCHASED},
    {"reason", MSG_FACT_REASON},
    {"reclaimable", MSG_FACT_RECLAIMABLE},
    {"reported_on", MSG_FACT_REPORTED_ON},
    {"request_no", MSG_FACT_REQUEST_NO},
    {"returned_on", MSG_FACT_RETURNED_ON},
    {"role_a", MSG_FACT_ROLE_A},
    {"role_b", MSG_FACT_ROLE_B},
    {"roles", MSG_FACT_ROLES},
    {"roster_departments", MSG_FACT_ROSTER_DEPARTMENTS},
    {"roster_job_types", MSG_FACT_ROSTER_JOB_TYPES},
    {"roster_kana", MSG_FACT_ROSTER_KANA},
    {"roster_line", MSG_FACT_ROSTER_LINE},
    {"roster_name", MSG_FACT_ROSTER_NAME},
    {"rows_read", MSG_FACT_ROWS_READ},
    {"seats", MSG_FACT_SEATS},
    {"shared_password_days", MSG_FACT_SHARED_PASSWORD_DAYS},
    {"starts_on", MSG_FACT_STARTS_ON},
    {"system", MSG_FACT_SYSTEM},
    {"system_a", MSG_FACT_SYSTEM_A},
    {"system_b", MSG_FACT_SYSTEM_B},
    {"threshold", MSG_FACT_THRESHOLD},
    {"unassigned", MSG_FACT_UNASSIGNED},
    {"usage_unknown", MSG_FACT_USAGE_UNKNOWN},
    {"user_id", MSG_FACT_USER_ID},
    {"user_ids", MSG_FACT_USER_IDS},
    {"user_ids_a", MSG_FACT_USER_IDS_A},
    {"user_ids_b", MSG_FACT_USER_IDS_B},
};

/* A name that nobody has any more; and what has no value. */
static bool is_hidden(const struct evidence *v) {
    bool is_empty = (v->type == EVIDENCE_TEXT && !v->text.n) ||
                    (v->type == EVIDENCE_DATE && !date_is_known(v->day)) ||
                    (v->type == EVIDENCE_TEXTS && !v->texts.count);
    return is_empty || strcmp(v->key, "former_name") == 0;
}

static int by_key(const void *key, const void *label) {
    return strcmp(key, ((const struct label *)label)->key);
}

static void add_label(const char *key, enum language lang, struct strbuf *out) {
    const struct label *label =
        bsearch(key, labels, sizeof labels / sizeof *labels, sizeof *labels, by_key);
    strbuf_add_text(out, label ? message_template(label->label, lang) : key);
}

static void add_matched_by(struct span step, enum language lang, struct strbuf *out) {
    if (span_equal(step, SPAN("link")) || span_equal(step, SPAN("owner"))) {
        bool is_link = step.p[0] == 'l';
        strbuf_add_text(
            out,
            message_template(is_link ? MSG_FACT_MATCHED_BY_LINK : MSG_FACT_MATCHED_BY_OWNER, lang));
        return;
    }
    struct span word = matched_by_term(step, lang);
    message_format(out, MSG_FACT_MATCHED_BY, lang, &word, 1);
}

static void add_texts(const struct evidence *v, enum language lang, struct strbuf *out) {
    for (uint32_t i = 0; i < v->texts.count; i++) {
        if (i)
            strbuf_add_text(out, lang == LANG_JA ? "、" : ", ");
        strbuf_add_span(out, v->texts.items[i]);
    }
    if (!v->texts.left_out)
        return;
    char digits[16];
    snprintf(digits, sizeof digits, "%" PRIu32, v->texts.left_out);
    strbuf_add_char(out, ' ');
    message_format(out, MSG_FACT_MORE, lang, &(struct span){digits, strlen(digits)}, 1);
}

static void add_value(const struct evidence *v, enum language lang, struct strbuf *out) {
    char day[DATE_SAID_SIZE];
    bool is_look = strcmp(v->key, "looks_like") == 0;
    switch (v->type) {
    case EVIDENCE_TEXT:
        strbuf_add_span(out, is_look ? look_term(v->text, lang) : word_term(v->text, lang));
        break;
    case EVIDENCE_DATE:
        date_say(v->day, lang, day);
        strbuf_add_text(out, day);
        break;
    case EVIDENCE_NUMBER:
        strbuf_add_number(out, v->number);
        break;
    case EVIDENCE_TEXTS:
        add_texts(v, lang, out);
        break;
    }
}

void evidence_write(const struct exception_record *e, enum language lang, struct strbuf *text) {
    bool is_first = true;
    for (uint32_t i = 0; i < e->evidence_count; i++) {
        const struct evidence *v = &e->evidence[i];
        if (is_hidden(v))
            continue;
        if (!is_first)
            strbuf_add_text(text, lang == LANG_JA ? "。" : "; ");
        is_first = false;
        if (strcmp(v->key, "matched_by") == 0 && v->type == EVIDENCE_TEXT) {
            add_matched_by(v->text, lang, text);
            continue;
        }
        add_label(v->key, lang, text);
        strbuf_add_text(text, ": ");
        add_value(v, lang, text);
    }
}
