/* The table of rules in Markdown. */
#include "rules_document.h"

#include "tenko/rule.h"

static void add_fields(struct strbuf *out, field_set set, const char *between) {
    bool is_first = true;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (!knows_field(set, (enum field)i))
            continue;
        strbuf_addf(out, "%s`%s`", is_first ? "" : between, fields[i].name);
        is_first = false;
    }
}

static const struct {
    unsigned flag;
    const char *en, *ja;
    bool is_mode; /* of the rule's modes, not of what it requires */
} conditions[] = {
    {RULE_NEEDS_LIST, "a delivered list", "提出された一覧", false},
    {RULE_NEEDS_CONFIG, "a configuration file", "設定ファイル", false},
    {RULE_NEEDS_ROSTER, "a roster", "名簿", false},
    {RULE_NEEDS_EXPORTED, "`exported_on`", "`exported_on`", false},
    {RULE_NEEDS_PRIVILEGED, "`privileged`, or `privileged_roles` and `role`",
     "`privileged`、または `privileged_roles` と `role`", false},
    {RULE_NEEDS_APPROVALS, "`policy.privileged`", "`policy.privileged`", false},
    {RULE_NEEDS_ROLES, "a row for the system in `policy.roles`",
     "`policy.roles` にそのシステムの行", false},
    {RULE_NEEDS_CONFLICTS, "a row for the system in `policy.conflicts`",
     "`policy.conflicts` にそのシステムの行", false},
    {RULE_NEEDS_KINDS, "`kind`, or `kinds` in the configuration", "`kind`、または設定の `kinds`",
     false},
    {RULE_NEEDS_ON_LEAVE, "`on_leave: disable`", "`on_leave: disable`", false},
    {RULE_NEEDS_ELIGIBLE, "`eligible`", "`eligible`", false},
    {RULE_NEEDS_REQUIRED, "`required_for`", "`required_for`", false},
    {RULE_NEEDS_OWNERS, "departments (a table, or a roster that names them)",
     "部署（部署の表、または所属のある名簿）", false},
    {RULE_NEEDS_QUANTITY, "`quantity`", "`quantity`", false},
    {RULE_NEEDS_CONTRACT, "`contract_to`", "`contract_to`", false},
    {RULE_NEEDS_SYSTEM, "the license's `system` and its list", "ライセンスの `system` とその一覧",
     false},
    {RULE_NEEDS_HOLDERS, "something to find holders in (rosters, `system`, `devices`)",
     "割当先を照合できるもの（名簿、`system`、`devices`）", false},
    {RULE_NEEDS_LEAVERS, "a leavers list (`kind: leavers`)", "退職者情報（`kind: leavers`）",
     false},
    {RULE_NEEDS_REGISTER, "a register (`register.systems`, `register.licenses`)",
     "台帳（`register.systems`、`register.licenses`）", false},
    {RULE_NEEDS_DECLARED, "`declared_rows`", "`declared_rows`", false},
    {RULE_NEEDS_INCIDENTS, "`policy.incidents`", "`policy.incidents`", false},
    {RULE_NEEDS_PASSWORDS, "`password_changed_on`, in the list or in `policy.shared`",
     "`password_changed_on`（一覧または `policy.shared`）", false},
    {RULE_NEEDS_OWNER, "`owner` in the list, or `policy.shared`",
     "一覧の `owner`、または `policy.shared`", false},
    {RULE_NEEDS_MEMBERS, "`owner` or `members` in the list, or `policy.shared`",
     "一覧の `owner` か `members`、または `policy.shared`", false},
    {RULE_NEEDS_MFA, "`mfa_required` other than none (and for `privileged`, what is privileged)",
     "`mfa_required` が none でないこと（`privileged` では特権の区別も）", false},
    {RULE_NEEDS_LOGINS, "last logins that may be read (directories)",
     "閲覧できる最終ログイン（ディレクトリ）", false},
    {RULE_NEEDS_FRESH, "a threshold above the lag of last logins (directories)",
     "最終ログインの遅れより大きい日数（ディレクトリ）", true},
};

static void add_needs(struct strbuf *out, const struct rule *r, bool is_japanese) {
    const char *between = is_japanese ? "、" : ", ";
    const char *before = "";
    if (!has_no_field(r->needs)) {
        add_fields(out, r->needs, between);
        before = between;
    }
    if (!has_no_field(r->needs_any)) {
        strbuf_add_text(out, before);
        add_fields(out, r->needs_any, is_japanese ? " または " : " or ");
        before = between;
    }
    if (!has_no_field(r->roster_any)) {
        strbuf_add_text(out, before);
        strbuf_add_text(out, is_japanese ? "名簿の " : "in a roster ");
        add_fields(out, r->roster_any, is_japanese ? " または " : " or ");
        before = between;
    }
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++)
        if ((conditions[i].is_mode ? r->modes : r->requires) & conditions[i].flag) {
            strbuf_add_text(out, before);
            strbuf_add_text(out, is_japanese ? conditions[i].ja : conditions[i].en);
            before = between;
        }
    if (!*before)
        strbuf_add_text(out, is_japanese ? "なし" : "nothing");
}

static void add_threshold(struct strbuf *out, const struct rule *r) {
    if (r->threshold == THRESHOLD_COUNT)
        return;
    const struct threshold_info *t = &thresholds[r->threshold];
    if (t->fallback < 0)
        strbuf_addf(out, "%s (off)", t->name);
    else
        strbuf_addf(out, "%s (%d)", t->name, (int)t->fallback);
}

/* † and leaver-login: not silenced by a holder who is gone. */
static bool has_dagger(const struct rule *r) {
    return r->scope == SCOPE_ACCOUNT && (r->judges & RULE_LEFT) && (r->judges & RULE_PRESENT);
}

static void add_summary(struct strbuf *out, bool is_japanese) {
    strbuf_add_text(out, is_japanese
                             ? "| 規則 | 重要度 | 対応 | 基準 | 見出し |\n|---|---|---|---|---|\n"
                             : "| rule | severity | action | threshold | title |\n"
                               "|---|---|---|---|---|\n");
    for (size_t i = 0; i < rule_count; i++) {
        const struct rule *r = &rules[i];
        strbuf_addf(out, "| [%s](#%s)%s | %s | %s | ", r->name, r->name, has_dagger(r) ? " †" : "",
                    severity_name(r->severity), action_name(r->action));
        add_threshold(out, r);
        strbuf_addf(out, " | %s |\n", is_japanese ? r->title_ja : r->title_en);
    }
}

static void add_rule(struct strbuf *out, const struct rule *r, bool is_japanese) {
    if (is_japanese)
        strbuf_addf(out, "\n## %s\n\n**%s** — %s。\n\n- 文面: %s\n- 必要なもの: ", r->name,
                    r->title_ja, r->meaning_ja, r->message_ja);
    else
        strbuf_addf(out, "\n## %s\n\n**%s** — %s.\n\n- message: %s\n- needs: ", r->name,
                    r->title_en, r->meaning_en, r->message_en);
    add_needs(out, r, is_japanese);
    strbuf_add_char(out, '\n');
}

#define GENERATED                                                                                  \
    "<!-- Written by tenko_rules_doc from src/rules/table.c: change the table, not this file. "    \
    "-->\n"

void rules_document(struct strbuf *out, bool is_japanese) {
    strbuf_add_text(
        out,
        is_japanese ? GENERATED
            "# 規則一覧\n\n"
            "特に断りのない限り、有効なアカウントだけを点検します。使用者がいない、特定できない、ま"
            "たは"
            "退職しているアカウントは、それを示す規則と † "
            "の規則だけで点検します。必要なものがそろわない"
            "規則は「未評価」として報告します。文面の {…} には根拠の値が入り、値がないときは [] "
            "の部分を省きます。該当する職員は、職員番号順に先頭の 20 "
            "人までを示します。candidate_count "
            "はその総数、{candidates.more} "
            "は示していない人数です。例外承認の表では、規則を見出しで書くこともできます。"
            "[English](RULES.md)\n\n"
                    : GENERATED
            "# Rules\n\n"
            "Only enabled accounts are judged unless a rule says otherwise. An account that nobody "
            "holds, that several people fit, or whose holder has left is judged only by its "
            "ownership rule and the rules marked †. A rule that lacks what it needs is *not "
            "evaluated*, and the report says so. In a message {key} stands for a fact of the "
            "evidence; a part in [] is left out where the fact is not known. Of people who fit, "
            "the first 20 by person_id are listed: candidate_count says how many they are, and "
            "{candidates.more} how many are not shown. A waiver may name a rule by its title. "
            "[日本語](RULES.ja.md)\n\n");
    add_summary(out, is_japanese);
    for (size_t i = 0; i < rule_count; i++)
        add_rule(out, &rules[i], is_japanese);
}
