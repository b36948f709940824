/*
 * Which kind of source is a file? Each kind of the table is tried, and the one whose own columns it
 * has most of wins (a roster has 採用日, an account list 最終ログイン日 …). What offices call their
 * ledgers stands in the table of names: such a file is never taken for a roster or a system.
 */
#include "init_kind.h"

#include "tenko/fold.h"
#include "tenko/intake.h"
#include "tenko/plan.h"

enum {
    POINTS_OWN = 100,   /* a column that tells the kind from the others */
    POINTS_COLUMN = 1,  /* any column that means something */
    POINTS_UNUSED = 10, /* off, for a column of a ledger that means nothing */
    POINTS_NAME = 150   /* the path speaks of this kind */
};

/* Columns that tell one kind of source from the others. */
static const struct kind {
    enum record record;
    bool is_ledger; /* of people's making: few columns, nearly all of them known */
    field_set own;
    field_set needs_any;
    const char *names; /* words in the path that speak for it, under FOLD_HEADER */
} kinds[] = {
    {RECORD_PERSON, false,
     FIELDS(hired_on, left_on, leave_from, employment, position, posted_on, former_name),
     FIELDS(name, hired_on, left_on, department),
     "名簿 職員一覧 社員一覧 人事 staff roster employee"},
    {RECORD_ACCOUNT, false,
     FIELDS(role, last_login_on, password_changed_on, expires_on, privileged, mfa, kind, user_id),
     FIELDS(user_id), "アカウント 利用者 ユーザ 操作者 users account"},
    {RECORD_SEAT, false, FIELDS(assigned_on, last_used_on, reported_on, device_id, product),
     FIELDS(assigned_on, last_used_on, reported_on, product),
     "ライセンス 割当 license licence seats"},
    {RECORD_DEVICE, true, FIELDS(device_id, person_id, lent_on, returned_on),
     FIELDS(lent_on, returned_on), "端末 機器 貸与 device"},
    {RECORD_DEPARTMENT, true, FIELDS(code, valid_from, valid_to, successor),
     FIELDS(valid_from, successor), "所属 組織 部署 department"},
    {RECORD_SYSTEM, true, FIELDS(system, owner, manager, contract_owner, contract_no, source),
     FIELDS(owner, manager, contract_owner, contract_no, source), "システム台帳 register"},
    {RECORD_LICENSE, true,
     FIELDS(license, quantity, unit_cost, contract_from, contract_to, contract_no),
     FIELDS(quantity, unit_cost, contract_to, contract_no), "台帳 register"},
    {RECORD_ROLE, true, FIELDS(system, role), FIELDS(role), "権限 role"},
    {RECORD_CONFLICT, true, FIELDS(system_a, role_a, system_b, role_b), FIELDS(role_b),
     "分離 conflict"},
    {RECORD_APPROVAL, true, FIELDS(system, approved_by, approved_on, starts_on, function),
     FIELDS(approved_by, approved_on), "特権 privileged"},
    {RECORD_LINK, true, FIELDS(system, user_id, person_id, note), FIELDS(system), "紐 対応 link"},
    {RECORD_WAIVER, true, FIELDS(rule, target, reason, approved_by, valid_until), FIELDS(rule),
     "例外 waiver"},
    {RECORD_SHARED, true, FIELDS(system, user_id, owner, members, purpose, password_changed_on),
     FIELDS(owner, members, password_changed_on), "共用 共有 shared"},
    {RECORD_INCIDENT, true, FIELDS(system, user_id, date, reason), FIELDS(date),
     "インシデント incident"},
    {RECORD_REQUEST, true, FIELDS(system, user_id, action, decided_on, request_no),
     FIELDS(decided_on, request_no), "申請 request"},
};
enum { KIND_TOTAL = sizeof kinds / sizeof kinds[0] };

/* Names of files, under FOLD_HEADER, that are ledgers and nothing else. */
static const struct ledger_name {
    enum record record;
    const char *words;
} ledger_names[] = {
    {RECORD_APPROVAL, "特権id 特権アカウント 特権利用 privileged"},
    {RECORD_SHARED,
     "共用id 共有id 共用アカウント 共有アカウント 共用利用者 sharedid sharedaccount"},
    {RECORD_CONFLICT, "職務分離 職務分掌 兼務禁止 相反 conflict segregation"},
    {RECORD_ROLE, "権限基準 権限表 権限マトリ 権限台帳 役割表 付与基準"},
    {RECORD_DEPARTMENT,
     "所属一覧 所属マスタ 所属コード 組織一覧 組織マスタ 部署一覧 部署マスタ departments"},
    {RECORD_DEVICE, "端末台帳 端末一覧 機器台帳 機器一覧 貸与台帳 貸与一覧 devices assetlist"},
    {RECORD_WAIVER, "例外承認 例外許可 例外台帳 適用除外 waiver"},
    {RECORD_INCIDENT, "インシデント 情報漏えい incident"},
    {RECORD_REQUEST, "申請台帳 申請一覧 申請簿 id申請 利用申請 requests"},
    {RECORD_LINK, "紐付 紐づけ ひも付 対応表 links"},
    {RECORD_SYSTEM, "システム台帳 情報システム一覧 systemregister systemsregister"},
    {RECORD_LICENSE, "ライセンス台帳 ソフトウェア台帳 licenseregister licensesregister"},
};

static bool has_word(struct span folded, const char *words) {
    struct strbuf word = {0};
    bool found = false;
    for (const char *p = words; *p && !found;) {
        size_t n = strcspn(p, " ");
        fold_text(FOLD_HEADER, (struct span){p, n}, &word);
        found = memmem(folded.p, folded.n, word.p, word.n) != NULL;
        p += n + (p[n] == ' ');
    }
    strbuf_release(&word);
    return found;
}

static struct span file_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return span_of(slash ? slash + 1 : path);
}

static bool name_speaks_of(struct span name, const char *words) {
    struct strbuf folded = {0};
    fold_text(FOLD_HEADER, name, &folded);
    bool does = folded.n && has_word(strbuf_span(&folded), words);
    strbuf_release(&folded);
    return does;
}

bool init_names_leavers(const char *path) {
    return name_speaks_of(file_name(path), "退職 離職 退社 leaver terminat separat");
}

/* The ledger that the file's name means, or RECORD_COUNT. */
static enum record ledger_by_name(const char *path) {
    for (size_t i = 0; i < sizeof ledger_names / sizeof ledger_names[0]; i++)
        if (name_speaks_of(file_name(path), ledger_names[i].words))
            return ledger_names[i].record;
    return RECORD_COUNT;
}

bool init_recognise_as(struct source *out, enum record record, const char *path,
                       struct error *err) {
    struct plan plan;
    plan_init(&plan);
    bool ok = plan_add_file(&plan, RECORD_SEAT, "x", path, err);
    if (ok) {
        /* A plan of one input, only to be looked at: which list it stands in does not matter. */
        struct input_plan *input = &plan.licenses.items[0];
        input->record = record;
        ok = intake_recognise(out, input, &plan, err);
        out->plan = NULL;
        out->display = NULL;
    }
    plan_release(&plan);
    return ok;
}

/* How well the header fits the kind; −1: not at all. */
static int score(const struct source *s, const struct kind *kind, const char *path) {
    int columns = (int)s->columns.count, unused = (int)s->unused_headers.count;
    bool is_called_so = name_speaks_of(span_of(path), kind->names);
    bool is_of_role =
        kind->record != RECORD_ROLE || is_called_so || knows_field(s->known, FIELD_system);
    if (!has_field_of(s->known, kind->needs_any) || !is_of_role ||
        (kind->is_ledger && unused > (is_called_so ? columns : columns / 3)))
        return -1;
    return count_fields_of(s->known, kind->own) * POINTS_OWN + columns * POINTS_COLUMN +
           (is_called_so ? POINTS_NAME : 0) - (kind->is_ledger ? unused * POINTS_UNUSED : 0);
}

/* A column that names the system: a list of one system's accounts, or of people, has none. */
static bool speaks_of_systems(const char *path) {
    struct source s = {0};
    struct error ignored;
    if (!init_recognise_as(&s, RECORD_SYSTEM, path, &ignored))
        return false;
    bool does = knows_field(s.known, FIELD_system);
    source_release(&s);
    return does;
}

/* An account list of several systems in one file is one that knows of logins. */
static bool is_account_list(const struct source *s) {
    static const field_set lives =
        FIELDS(last_login_on, password_changed_on, created_on, status, mfa, kind);
    return knows_field(s->known, FIELD_user_id) && count_fields_of(s->known, lives) >= 2;
}

static bool may_be(const struct kind *kind, enum record ledger, bool has_systems,
                   const struct source *s) {
    if (ledger != RECORD_COUNT)
        return kind->record == ledger;
    if (has_systems && kind->record == RECORD_ACCOUNT)
        return is_account_list(s);
    return !has_systems || kind->is_ledger;
}

bool init_recognise(struct source *out, enum record *record, const char *path) {
    int best = -1;
    enum record ledger = ledger_by_name(path);
    bool has_systems = speaks_of_systems(path);
    for (int i = 0; i < KIND_TOTAL; i++) {
        struct error ignored;
        struct source s = {0};
        if (!init_recognise_as(&s, kinds[i].record, path, &ignored))
            continue;
        int now = may_be(&kinds[i], ledger, has_systems, &s) ? score(&s, &kinds[i], path) : -1;
        if (now <= best) {
            source_release(&s);
            continue;
        }
        if (best >= 0)
            source_release(out);
        best = now;
        *out = s;
        *record = kinds[i].record;
    }
    return best >= 0;
}
