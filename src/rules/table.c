/*
 * Every rule, and everything about it but its function. A new rule is one row here, one function in
 * its family's file, one story. The order is part of the reports (systems.csv, docs/RULES.md): a
 * new one stands behind its family.
 *
 * In a message {key} stands for a fact of the evidence; a part in [] is left out where a fact in it
 * has no value.
 */
#include "families.h"

/* Personal and external accounts have holders; shared and service ones have owners. */
#define OF_PEOPLE (RULE_PERSONAL | RULE_EXTERNAL | RULE_ADMIN)
#define ALL_KINDS (OF_PEOPLE | RULE_SHARED | RULE_SERVICE)
/* A holder who has not left; who that is, only a roster can say. */
#define HELD (RULE_ENABLED | RULE_PRESENT)
/* The rules marked †. (leaver-login is one too, but without a holder there is nothing to compare.)
 */
#define DAGGER (RULE_ENABLED | RULE_ANY_HOLDER)

#define NO_NUMBER  THRESHOLD_COUNT
#define DAYS(name) THRESHOLD_##name
/* A rule's scope and its function go together. */
#define JUDGES_ACCOUNT(f)  .scope = SCOPE_ACCOUNT, .judge.account = judge_##f
#define JUDGES_PERSON(f)   .scope = SCOPE_PERSON, .judge.person = judge_##f
#define JUDGES_CHANGE(f)   .scope = SCOPE_CHANGE, .judge.change = judge_##f
#define JUDGES_CONFLICT(f) .scope = SCOPE_CONFLICT, .judge.conflict = judge_##f
#define JUDGES_SEAT(f)     .scope = SCOPE_SEAT, .judge.seats = judge_##f
#define JUDGES_DEVICE(f)   .scope = SCOPE_DEVICE, .judge.device = judge_##f
#define JUDGES_LICENSE(f)  .scope = SCOPE_LICENSE, .judge.list = judge_##f
#define JUDGES_SYSTEM(f)   .scope = SCOPE_SYSTEM, .judge.list = judge_##f
#define JUDGES_ROSTER(f)   .scope = SCOPE_ROSTER, .judge.list = judge_##f
#define JUDGES_LIST(f)     .scope = SCOPE_LIST, .judge.list = judge_##f
#define RULE(...)                                                                                  \
    { __VA_ARGS__ }

const struct rule rules[] = {
    RULE(.name = "orphan-account", .severity = SEVERITY_HIGH, .action = ACTION_CONFIRM,
         .judges = RULE_ENABLED | RULE_NOBODY | OF_PEOPLE,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER, .title_en = "Account that nobody holds",
         .title_ja = "使用者不明のアカウント",
         .meaning_en = "nobody in the rosters holds a personal or external account",
         .meaning_ja = "個人用または外部用のアカウントの使用者が、名簿のだれにも該当しない",
         .message_en = "Nobody in the rosters holds this account[ (person ID in the list: "
                       "{account_person_id})][ (name in the list: {account_name})][; people of the "
                       "same name: {candidates}][ and {candidates.more} more]. Find out who "
                       "uses it, or disable it.",
         .message_ja = "名簿に該当者がいないアカウントです[（一覧の職員番号: "
                       "{account_person_id}）][（一覧の氏名: {account_name}）][。同じ氏名の職員: "
                       "{candidates}][、ほか{candidates.more}人]"
                       "。使用者を確認し、不要であれば停止してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(orphan_account)),
    RULE(.name = "ambiguous-owner", .severity = SEVERITY_MEDIUM, .action = ACTION_CONFIRM,
         .judges = RULE_ENABLED | RULE_AMBIGUOUS | OF_PEOPLE,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER,
         .title_en = "Account that several people fit",
         .title_ja = "使用者を特定できないアカウント",
         .meaning_en = "several people fit a personal or external account",
         .meaning_ja = "個人用または外部用のアカウントに、該当する人が複数いる",
         .message_en =
             "Several people fit this account: {candidates}[ and {candidates.more} more]. Decide "
             "whose it is and enter it in policy/links.",
         .message_ja =
             "該当者が複数います（{candidates}[、ほか{candidates.more}人]）。使用者を確認し、"
             "policy.links の表に登録してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(ambiguous_owner)),
    RULE(.name = "leaver-account", .severity = SEVERITY_HIGH, .action = ACTION_DISABLE,
         .judges = RULE_ENABLED | RULE_LEFT | OF_PEOPLE,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER, .roster_any = FIELDS(left_on, status),
         .title_en = "Account of a leaver", .title_ja = "退職者のアカウント",
         .meaning_en = "the holder of an enabled account has left",
         .meaning_ja = "有効なアカウントの使用者が退職している",
         .message_en =
             "The account of a person who has left[ ({left_on})] is still enabled[, {days} "
             "days after]. Disable it.",
         .message_ja = "退職者[（{left_on}退職）]のアカウントが有効のままです[。{days}日経過]。"
                       "停止してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(leaver_account)),
    RULE(.name = "leaver-login", .severity = SEVERITY_CRITICAL, .action = ACTION_CONFIRM,
         .judges = RULE_ENABLED | RULE_DISABLED | RULE_PRESENT | RULE_LEFT | OF_PEOPLE,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER, .needs = FIELDS(last_login_on),
         .roster_reads = FIELDS(left_on), .roster_any = FIELDS(left_on),
         .title_en = "Login after leaving", .title_ja = "退職後のログイン",
         .meaning_en = "an account, enabled or not, was used after its holder had left",
         .meaning_ja = "使用者の退職日より後にログインがある（停止済みのアカウントを含む）",
         .message_en = "Logged in on {last_login_on}, after the holder had left on {left_on}. Find "
                       "out who used it.",
         .message_ja = "退職日（{left_on}）より後の{last_login_on}"
                       "にログインがあります。だれが使用したか確認してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(leaver_login)),
    RULE(.name = "leave-account", .severity = SEVERITY_MEDIUM, .action = ACTION_DISABLE,
         .judges = HELD | OF_PEOPLE,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER | RULE_NEEDS_ON_LEAVE,
         .roster_any = FIELDS(leave_from, leave_to, status),
         .title_en = "Account of a person on leave", .title_ja = "休職・休業者のアカウント",
         .meaning_en = "the holder is on leave and the system's on_leave is disable",
         .meaning_ja = "使用者が休職・休業中で、システムの on_leave が disable である",
         .message_en =
             "The holder is on leave[ ({leave_kind})][ from {leave_from}][ to {leave_to}][, for "
             "{days} days], and the account is enabled. Disable it for that time.",
         .message_ja = "休職・休業中[（{leave_kind}）][（{leave_from}から）][（{leave_to}まで）]"
                       "の職員のアカウントが有効です[（{days}日経過）]。期間中は停止してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(leave_account)),
    RULE(.name = "leave-login", .severity = SEVERITY_HIGH, .action = ACTION_CONFIRM,
         .judges = RULE_ENABLED | RULE_DISABLED | RULE_PRESENT | RULE_LEFT | OF_PEOPLE,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER | RULE_NEEDS_ON_LEAVE,
         .needs = FIELDS(last_login_on), .roster_any = FIELDS(leave_from),
         .roster_reads = FIELDS(leave_from), .title_en = "Login during leave",
         .title_ja = "休職・休業中のログイン",
         .meaning_en = "an account, enabled or not, was used while its holder was on leave, and "
                       "the system's on_leave is disable",
         .meaning_ja = "使用者の休職・休業の期間中にログインがある（停止済みのアカウントを含む。シ"
                       "ステムの on_leave が disable の場合）",
         .message_en = "Logged in on {last_login_on}, while the holder was on leave[ "
                       "({leave_kind})] from {leave_from}[ to {leave_to}]. Find out who used it.",
         .message_ja = "休職・休業の期間[（{leave_kind}）]（{leave_from}から[{leave_to}まで]）中の{"
                       "last_login_on}にログインがあります。だれが使用したか確認してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(leave_login)),
    RULE(.name = "name-mismatch", .severity = SEVERITY_HIGH, .action = ACTION_REASSIGN,
         .judges = HELD | OF_PEOPLE, .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER,
         .needs_any = FIELDS(name, kana), .roster_any = FIELDS(name, kana),
         .title_en = "Name differs from the roster", .title_ja = "氏名の不一致",
         .meaning_en = "the account's name is none of the holder's name, former name and kana; for "
                       "accounts matched by an ID, a link or an address",
         .meaning_ja = "番号・メールアドレスなどで照合したアカウントの氏名が、使用者の氏名・旧姓・"
                       "カナのいずれとも異なる",
         .message_en =
             "The account is in the name of \"{account_name}\", the roster says \"{roster_name}\" "
             "(matched by {matched_by}). Find out who uses it, and put it in that person's name.",
         .message_ja =
             "アカウントの氏名「{account_name}」が名簿の氏名「{roster_name}」と異なります（照合: "
             "{matched_by}）。実際の使用者を確認し、その人の名義に改めてください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(name_mismatch)),
    RULE(.name = "department-mismatch", .severity = SEVERITY_MEDIUM, .action = ACTION_CHANGE,
         .judges = HELD | OF_PEOPLE, .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER,
         .needs_any = FIELDS(department, department_code),
         .roster_any = FIELDS(department, department_code),
         .title_en = "Department differs from the roster", .title_ja = "所属の不一致",
         .meaning_en =
             "the account's department is none of the holder's, also through departments' "
             "successors",
         .meaning_ja = "アカウントの所属が、使用者の所属（兼務、組織改正後の名称を含む）"
                       "のいずれとも異なる",
         .message_en = "The account's department is \"{account_department}\", the roster says "
                       "{roster_departments}[ (posted on {posted_on}, {days} days ago)]. Change or "
                       "disable it.",
         .message_ja = "アカウントの所属「{account_department}」が名簿の所属「{roster_departments}"
                       "」と異なります[（{posted_on}発令、{days}日経過）]"
                       "。権限が必要か確認し、変更または停止してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(department_mismatch)),
    RULE(.name = "job-type-mismatch", .severity = SEVERITY_MEDIUM, .action = ACTION_CHANGE,
         .judges = HELD | OF_PEOPLE, .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER,
         .needs = FIELDS(job_type), .roster_any = FIELDS(job_type),
         .title_en = "Job type differs from the roster", .title_ja = "職種の不一致",
         .meaning_en = "the account's job type is none of the holder's",
         .meaning_ja = "アカウントの職種が、使用者の職種のいずれとも異なる",
         .message_en = "The account's job type is \"{account_job_type}\", the roster says "
                       "{roster_job_types}. Change it.",
         .message_ja = "アカウントの職種「{account_job_type}」が名簿の職種「{roster_job_types}」"
                       "と異なります。登録を変更してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(job_type_mismatch)),
    RULE(.name = "not-eligible", .severity = SEVERITY_MEDIUM, .action = ACTION_DISABLE,
         .judges = HELD | OF_PEOPLE,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER | RULE_NEEDS_ELIGIBLE,
         .title_en = "Holder who is not eligible", .title_ja = "付与対象外の使用者",
         .meaning_en = "the holder does not meet the system's `eligible`",
         .meaning_ja = "使用者が、システムの付与対象（eligible）に当たらない",
         .message_en = "The holder may not have an account in this system[ (employment: "
                       "{employments})][ (department: {departments})][ (job type: {job_types})]. "
                       "Disable it.",
         .message_ja = "このシステムの付与対象外の職員です[（雇用区分: {employments}）]"
                       "[（所属: {departments}）][（職種: {job_types}）]。停止してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(not_eligible)),
    RULE(.name = "duplicate-account", .severity = SEVERITY_MEDIUM, .action = ACTION_CONFIRM,
         .judges = HELD | RULE_PERSONAL, .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER,
         .title_en = "Second account of one person", .title_ja = "アカウントの重複",
         .meaning_en = "the holder has another enabled personal account in the system",
         .meaning_ja = "使用者が同じシステムに、ほかにも有効な個人用アカウントを持っている",
         .message_en = "The holder also has {other_accounts}[ and {other_accounts.more} more] in "
                       "this system. Decide which one is "
                       "needed.",
         .message_ja = "同じ使用者のアカウントがほかにもあります（{other_accounts}[、ほか{other_"
                       "accounts.more}件]）。"
                       "必要なものを確認し、残りを停止してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(duplicate_account)),
    RULE(.name = "dormant-account", .severity = SEVERITY_MEDIUM, .action = ACTION_DISABLE,
         .judges = HELD | RULE_OWNED | ALL_KINDS, .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER,
         .modes = RULE_NEEDS_FRESH, .needs = FIELDS(last_login_on),
         .title_en = "Account not used for long", .title_ja = "長期間使用されていないアカウント",
         .meaning_en = "the last login is more than dormant_days ago; all kinds of accounts",
         .meaning_ja = "最終ログインから dormant_days "
                       "の日数を超えている（共用・サービス・外部用を含む）",
         .message_en =
             "Not used since {last_login_on}, for {days} days (limit {threshold}). Disable "
             "it if it is not needed.",
         .message_ja = "{last_login_on}"
                       "を最後に{days}日間使用されていません（基準{threshold}日）。"
                       "不要であれば停止してください。",
         .threshold = DAYS(dormant_days), JUDGES_ACCOUNT(dormant_account)),
    RULE(.name = "never-used-account", .severity = SEVERITY_MEDIUM, .action = ACTION_DELETE,
         .judges = HELD | RULE_OWNED | ALL_KINDS,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER | RULE_NEEDS_LOGINS,
         .needs = FIELDS(last_login_on), .title_en = "Account never used",
         .title_ja = "一度も使用されていないアカウント",
         .meaning_en =
             "there is no login, and the account was created more than never_used_days ago "
             "or at an unknown date; all kinds of accounts",
         .meaning_ja = "ログインの記録がなく、登録から never_used_days "
                       "の日数を超えているか登録日が不明である（共用・サービス・外部用を含む）",
         .message_en = "Never used[ since it was created on {created_on}][, {days} days ago]. "
                       "Delete it if it is not needed.",
         .message_ja = "一度も使用されていません[（{created_on}登録、{days}日経過）]"
                       "。不要であれば削除してください。",
         .threshold = DAYS(never_used_days), JUDGES_ACCOUNT(never_used_account)),
    RULE(.name = "missing-account", .severity = SEVERITY_LOW, .action = ACTION_REGISTER,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER | RULE_NEEDS_REQUIRED,
         .title_en = "Person without an account", .title_ja = "アカウントの未登録",
         .meaning_en = "an active person meets the system's `required_for` and has no enabled "
                       "account",
         .meaning_ja = "在職者が、システムの必要者（required_for）"
                       "に当たるのに、有効なアカウントを持っていない",
         .message_en = "Should have an account in this system and has no enabled one[ (disabled: "
                       "{disabled_accounts})]. Register one, or say why not.",
         .message_ja = "このシステムのアカウントが必要な職員ですが、有効なものがありません"
                       "[（停止中: {disabled_accounts}）]。"
                       "登録するか、不要な理由を確認してください。",
         .threshold = NO_NUMBER, JUDGES_PERSON(missing_account)),
    RULE(.name = "disabled-retained", .severity = SEVERITY_LOW, .action = ACTION_DELETE,
         .judges = RULE_DISABLED | RULE_LEFT | OF_PEOPLE,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER, .roster_reads = FIELDS(left_on),
         .roster_any = FIELDS(left_on), .title_en = "Disabled account of a leaver kept",
         .title_ja = "退職者の停止済みアカウントの残存",
         .meaning_en = "a disabled account of a person who left more than retain_days ago is still "
                       "there",
         .meaning_ja = "退職から retain_days "
                       "の日数を超えて、停止済みのアカウントが残っている",
         .message_en = "The holder left on {left_on}, {days} days ago (kept for {threshold}), and "
                       "the disabled account is still there. Delete it.",
         .message_ja = "{left_on}に退職した職員の停止済みアカウントが残っています。{days}"
                       "日経過（保存{threshold}日）。削除してください。",
         .threshold = DAYS(retain_days), JUDGES_ACCOUNT(disabled_retained)),
    RULE(.name = "leaving-soon", .severity = SEVERITY_INFO, .action = ACTION_NONE,
         .judges = HELD | OF_PEOPLE, .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER,
         .roster_reads = FIELDS(left_on), .roster_any = FIELDS(left_on),
         .title_en = "Holder leaves soon", .title_ja = "退職予定者のアカウント",
         .meaning_en = "the holder leaves today or within leaving_soon_days",
         .meaning_ja = "使用者の退職日が、基準日から leaving_soon_days の日数以内である",
         .message_en = "The holder leaves on {left_on}, in {days} days. Have the account disabled "
                       "then.",
         .message_ja =
             "使用者が{left_on}に退職予定です（{days}日後）。停止の手続を準備してください。",
         .threshold = DAYS(leaving_soon_days), JUDGES_ACCOUNT(leaving_soon)),
    RULE(.name = "role-unknown", .severity = SEVERITY_MEDIUM, .action = ACTION_CONFIRM,
         .judges = DAGGER | ALL_KINDS, .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROLES,
         .needs = FIELDS(role), .title_en = "Role that the policy does not know",
         .title_ja = "定めのない権限",
         .meaning_en = "policy/roles speaks of the system but not of a role of the account",
         .meaning_ja = "権限の定め（policy.roles）"
                       "にこのシステムはあるが、アカウントの権限が載っていない",
         .message_en = "The policy does not know the role {roles}. Add it "
                       "to policy/roles, or take "
                       "it away.",
         .message_ja = "権限の定めにない権限です（{roles}）。policy.roles "
                       "に追加するか、権限を外してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(role_unknown)),
    RULE(.name = "role-not-allowed", .severity = SEVERITY_HIGH, .action = ACTION_CHANGE,
         .judges = HELD | OF_PEOPLE,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER | RULE_NEEDS_ROLES, .needs = FIELDS(role),
         .title_en = "Role that the holder may not have", .title_ja = "認められない権限",
         .meaning_en = "the role stands in policy/roles, but no row fits the holder",
         .meaning_ja = "権限は定め（policy.roles）にあるが、使用者に当てはまる行がない",
         .message_en = "The holder may not have the role {roles}[ "
                       "(department: {departments})][ (job "
                       "type: {job_types})][ (position: {positions})]. Take it away.",
         .message_ja = "使用者に認められていない権限です（{roles}）[。所属: "
                       "{departments}]"
                       "[、職種: {job_types}][、職位: {positions}]。権限を見直してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(role_not_allowed)),
    RULE(.name = "role-conflict", .severity = SEVERITY_HIGH, .action = ACTION_CHANGE,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER | RULE_NEEDS_CONFLICTS,
         .needs = FIELDS(role), .title_en = "Conflicting roles in one hand",
         .title_ja = "兼ねてはならない権限の兼有",
         .meaning_en =
             "one person who is active or on leave holds both roles of a row of policy/conflicts, "
             "as holder of accounts or as owner or member of shared IDs",
         .meaning_ja =
             "在職（休職を含む）の一人が、分離の定め（policy."
             "conflicts）の両方の権限を持っている（共用IDの管理責任者・利用者である場合を含む）",
         .message_en = "Holds both {role_a} ({user_ids_a}[ and {user_ids_a.more} more]) and "
                       "{role_b} in {system_b} "
                       "({user_ids_b}[ and {user_ids_b.more} more])[; shared IDs: {shared_ids}][: "
                       "{reason}]. Take one away.",
         .message_ja = "「{role_a}」（{user_ids_a}[、ほか{user_ids_a.more}件]）と{system_b}の「{"
                       "role_b}」（{user_ids_b}[、ほか{user_ids_b.more}件]）を兼ねています["
                       "（共用ID: {shared_ids}）][（{reason}）]。どちらかを外してください。",
         .threshold = NO_NUMBER, JUDGES_CONFLICT(role_conflict)),
    RULE(.name = "role-outlier", .severity = SEVERITY_INFO, .action = ACTION_CONFIRM,
         .judges = HELD | OF_PEOPLE, .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER,
         .modes = RULE_ZERO_IS_OFF, .needs = FIELDS(role),
         .roster_any = FIELDS(department, department_code),
         .title_en = "Role that hardly any colleague has",
         .title_ja = "同じ所属でほかにほとんどない権限",
         .meaning_en = "at most outlier_percent of the holder's department have the role; only "
                       "where at least 10 of them have an account in the system",
         .meaning_ja = "使用者の所属で、その権限を持つ人の割合が outlier_percent "
                       "以下である（システムのアカウントを持つ人が10人以上の所属のみ）",
         .message_en = "{holders} of {colleagues} in {departments} have the role {roles} (limit "
                       "{threshold} %). Check whether it is needed.",
         .message_ja = "{departments}でアカウントを持つ{colleagues}人のうち、権限「{roles}"
                       "」を持つのは{holders}人です（基準{threshold}％）。必要か確認してください。",
         .threshold = DAYS(outlier_percent), JUDGES_ACCOUNT(role_outlier)),
    RULE(.name = "privileged-unapproved", .severity = SEVERITY_HIGH, .action = ACTION_CONFIRM,
         .judges = DAGGER | ALL_KINDS,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_PRIVILEGED | RULE_NEEDS_APPROVALS,
         .title_en = "Privileged ID without approval", .title_ja = "承認のない特権ID",
         .meaning_en = "a privileged account has no approval in policy/privileged that has begun "
                       "and names the ID and its holder",
         .meaning_ja =
             "特権アカウントについて、始期の到来した使用者本人への承認が policy.privileged にない",
         .message_en = "A privileged ID without an approval for its holder[ (approved for "
                       "{approved_person_id} by {approved_by})][ (approved on {approved_on})][ "
                       "(from {starts_on})]. Get it approved, put it in the user's own name, or "
                       "take the privilege away.",
         .message_ja =
             "使用者に対する承認の記録がない特権IDです[（承認: {approved_person_id}、承認者: "
             "{approved_by}）][（承認日{approved_on}）][（{starts_on}から）]"
             "。承認を受けるか、実際の使用者の名義に改めるか、特権を外してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(privileged_unapproved)),
    RULE(.name = "privileged-approval-expired", .severity = SEVERITY_HIGH, .action = ACTION_CONFIRM,
         .judges = DAGGER | ALL_KINDS,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_PRIVILEGED | RULE_NEEDS_APPROVALS,
         .title_en = "Approval of a privileged ID expired", .title_ja = "特権IDの承認期限切れ",
         .meaning_en = "the approvals of a privileged account that had begun have all ended",
         .meaning_ja = "特権アカウントの使用者への承認が、すべて有効期限を過ぎている",
         .message_en =
             "The approval expired on {expires_on}, {days} days ago. Renew it, or take the "
             "privilege away.",
         .message_ja = "特権IDの承認が{expires_on}で期限切れです（{days}日経過）。"
                       "承認を更新するか、特権を外してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(privileged_approval_expired)),
    RULE(.name = "privileged-shared", .severity = SEVERITY_HIGH, .action = ACTION_CHANGE,
         .judges = DAGGER | RULE_SHARED,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_PRIVILEGED | RULE_NEEDS_KINDS,
         .title_en = "Privileged shared ID", .title_ja = "共用の特権ID",
         .meaning_en = "a shared account is privileged", .meaning_ja = "共用アカウントに特権がある",
         .message_en = "A shared ID with privileges: nobody can tell who used it. Give each "
                       "administrator an ID of his own.",
         .message_ja = "共用IDに特権があり、操作した人を特定できません。管理者ごとのIDに"
                       "分けてください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(privileged_shared)),
    RULE(.name = "shared-no-owner", .severity = SEVERITY_HIGH, .action = ACTION_REGISTER,
         .judges = RULE_ENABLED | RULE_OWNED | RULE_SHARED | RULE_SERVICE,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER | RULE_NEEDS_KINDS | RULE_NEEDS_OWNER,
         .title_en = "Shared ID without an owner", .title_ja = "管理責任者のいない共用ID",
         .meaning_en = "the owner of a shared or service account is empty, unknown or has left",
         .meaning_ja = "共用・サービスアカウントの管理責任者が空欄、名簿にない、または退職している",
         .message_en = "A shared or service ID without an owner[ (named: {owner})][ (left on "
                       "{left_on})]. Name somebody who answers for it.",
         .message_ja = "共用・サービスIDの管理責任者がいません[（記載: "
                       "{owner}）][（{left_on}退職）]。責任者を定めて登録してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(shared_no_owner)),
    RULE(.name = "shared-password-stale", .severity = SEVERITY_MEDIUM, .action = ACTION_CHANGE,
         .judges = RULE_ENABLED | RULE_OWNED | RULE_SHARED,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_KINDS | RULE_NEEDS_PASSWORDS,
         .modes = RULE_ZERO_IS_OFF, .title_en = "Shared password not changed for long",
         .title_ja = "共用IDのパスワードの長期未変更",
         .meaning_en =
             "the password of a shared account was changed more than shared_password_days ago "
             "(policy/shared may set an ID's own number), or never",
         .meaning_ja = "共用アカウントのパスワードが "
                       "shared_password_"
                       "days（共用IDの台帳でIDごとに定めてもよい）の日数を超えて変更されていないか"
                       "、変更の記録がない",
         .message_en =
             "The password of a shared ID was not changed[ since {password_changed_on}][, "
             "for {days} days] (limit {threshold} days). Change it.",
         .message_ja = "共用IDのパスワードが[{password_changed_on}から{days}日間]"
                       "変更されていません（基準{threshold}日）。変更してください。",
         .threshold = DAYS(shared_password_days), JUDGES_ACCOUNT(shared_password_stale)),
    RULE(.name = "shared-password-after-move", .severity = SEVERITY_HIGH, .action = ACTION_CHANGE,
         .judges = RULE_ENABLED | RULE_OWNED | RULE_SHARED,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER | RULE_NEEDS_KINDS | RULE_NEEDS_PASSWORDS |
                     RULE_NEEDS_MEMBERS,

         .roster_any = FIELDS(left_on, posted_on),
         .title_en = "Shared password known to people who moved",
         .title_ja = "異動・退職後も変更されていない共用IDのパスワード",
         .meaning_en = "a member or the owner of a shared account left, or was posted elsewhere, "
                       "after the password was last changed",
         .meaning_ja = "共用アカウントの利用者または管理責任者が退職・異動した後、"
                       "パスワードが変更されていない",
         .message_en =
             "Still known to people who left or moved after the last change on "
             "{password_changed_on}: {moved}[ and {moved.more} more]. Change the password.",
         .message_ja = "最後の変更（{password_changed_on}）の後に退職・異動した職員がいます"
                       "（{moved}[、ほか{moved.more}人]）。パスワードを変更してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(shared_password_after_move)),
    RULE(.name = "password-after-incident", .severity = SEVERITY_HIGH, .action = ACTION_CHANGE,
         .judges = DAGGER | ALL_KINDS,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_INCIDENTS | RULE_NEEDS_PASSWORDS,
         .title_en = "Password not changed after an incident",
         .title_ja = "漏えい等の後も変更されていないパスワード",
         .meaning_en = "policy/incidents says that the password may have leaked, and it was not "
                       "changed after that day; a row without user_id means all shared and "
                       "privileged IDs of the system",
         .meaning_ja = "パスワード漏えい等の記録（policy."
                       "incidents）の日より後に、パスワードが変更されていない（利用者IDが空欄の行は"
                       "、システムの共用IDと特権IDすべて）",
         .message_en = "The password may have leaked on {incident_on}[ ({reason})] and was not "
                       "changed since[; last changed on {password_changed_on}]. Change it now.",
         .message_ja = "{incident_on}に漏えい等のおそれ[（{reason}）]"
                       "がありましたが、その後パスワードが変更されていません[（最終変更{password_"
                       "changed_on}）]。直ちに変更してください。",
         .threshold = NO_NUMBER, JUDGES_ACCOUNT(password_after_incident)),
    RULE(.name = "initial-password", .severity = SEVERITY_MEDIUM, .action = ACTION_CHANGE,
         .judges = HELD | RULE_OWNED | RULE_PERSONAL | RULE_ADMIN | RULE_SHARED,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER | RULE_NEEDS_PASSWORDS,
         .title_en = "Initial password never changed",
         .title_ja = "初期パスワードのままのアカウント",
         .meaning_en =
             "the password of a personal, admin or shared account was never changed, and the "
             "account was created more than initial_password_days ago or at an unknown date",
         .meaning_ja = "個人用・管理用・共用アカウントのパスワードが一度も変更されておらず、登録か"
                       "ら initial_password_days の日数を超えているか登録日が不明である",
         .message_en = "The initial password was never changed[ since {created_on}][, for {days} "
                       "days]. Have it changed.",
         .message_ja = "初期パスワードから変更されていません[（{created_on}登録、{days}日経過）]。"
                       "本人に変更を求めてください。",
         .threshold = DAYS(initial_password_days), JUDGES_ACCOUNT(initial_password)),
    RULE(.name = "mfa-missing", .severity = SEVERITY_MEDIUM, .action = ACTION_CHANGE,
         .judges = DAGGER | ALL_KINDS, .requires = RULE_NEEDS_LIST | RULE_NEEDS_MFA,
         .needs = FIELDS(mfa), .title_en = "No multi-factor sign-in",
         .title_ja = "多要素認証の未設定",
         .meaning_en = "an account that mfa_required covers has no multi-factor sign-in: "
                       "privileged ones by default, or all but service IDs",
         .meaning_ja = "mfa_required の対象（既定は特権アカウント。all "
                       "ではサービスIDを除くすべて）に多要素認証が設定されていない",
         .message_en = "The account has no multi-factor sign-in. Switch it on.",
         .message_ja = "多要素認証が設定されていません。設定してください。", .threshold = NO_NUMBER,
         JUDGES_ACCOUNT(mfa_missing)),
    RULE(.name = "unrequested-change", .severity = SEVERITY_MEDIUM, .action = ACTION_CONFIRM,
         .judges = RULE_ENABLED | ALL_KINDS | RULE_PRESENT | RULE_OWNED,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_REQUESTS,
         .title_en = "Change that nobody asked for", .title_ja = "申請のない変更",
         .meaning_en =
             "since the run before an account was added, removed or given other roles, and "
             "policy/requests has no such row decided from request_days before that run on; each "
             "row is used once, those of earlier runs' changes before",
         .meaning_ja = "前回の実行の後に登録・削除・権限変更されたが、policy/requests に"
                       "該当する行（前回の request_days 日前以降の決裁）がない。1 行が使えるのは"
                       "1 回だけで、以前の実行の変更から先に割り当てる",
         .message_en = "[Added since {added_since}][Removed since {removed_since}][Given other "
                       "roles since {changed_since}], and there is no request for it that was "
                       "decided from {asked_from} on and not used before. Find out who asked for "
                       "it.",
         .message_ja = "[{added_since}以降に登録][{removed_since}以降に削除]"
                       "[{changed_since}以降に権限を変更]されていますが、対応する申請（"
                       "{asked_from}以降の決裁で、以前の変更に使われていないもの）がありません。"
                       "経緯を確認してください。",
         .threshold = DAYS(request_days), JUDGES_CHANGE(unrequested_change)),
    RULE(.name = "license-leaver", .severity = SEVERITY_HIGH, .action = ACTION_RECLAIM,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER, .roster_any = FIELDS(left_on, status),
         .title_en = "License of a leaver", .title_ja = "退職者のライセンス",
         .meaning_en = "the holder of a seat has left",
         .meaning_ja = "ライセンスの割当先の職員が退職している",
         .message_en = "A seat is still held by a person who has left[ ({left_on})][, {days} days "
                       "after][; last used on {last_used_on}]. Reclaim it.",
         .message_ja = "退職者[（{left_on}退職）]にライセンスが割り当てられたままです[。{days}"
                       "日経過][、最終利用{last_used_on}]。回収してください。",
         .threshold = NO_NUMBER, JUDGES_SEAT(license_leaver)),
    RULE(.name = "license-unknown-holder", .severity = SEVERITY_HIGH, .action = ACTION_CONFIRM,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER | RULE_NEEDS_HOLDERS,
         .needs_any = FIELDS(person_id, user_id, device_id),
         .title_en = "License of an unknown holder", .title_ja = "割当先不明のライセンス",
         .meaning_en = "the person, account or device of a seat is not found",
         .meaning_ja = "ライセンスの割当先の職員・アカウント・端末が見つからない",
         .message_en = "The holder {subject} of this seat is not found. Find out who uses it, or "
                       "reclaim it.",
         .message_ja = "ライセンスの割当先「{subject}」が見つかりません。"
                       "割当先を確認し、不要であれば回収してください。",
         .threshold = NO_NUMBER, JUDGES_SEAT(license_unknown_holder)),
    RULE(.name = "license-disabled-account", .severity = SEVERITY_MEDIUM, .action = ACTION_RECLAIM,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_SYSTEM,
         .title_en = "License of a disabled account", .title_ja = "停止済みアカウントのライセンス",
         .meaning_en = "the holder's account in the license's system is disabled",
         .meaning_ja = "割当先のアカウントが、ライセンスの対象システムで停止されている",
         .message_en = "The holder's account in {system} is disabled. Reclaim the seat.",
         .message_ja = "割当先のアカウントが{system}で停止されています。"
                       "ライセンスを回収してください。",
         .threshold = NO_NUMBER, JUDGES_SEAT(license_disabled_account)),
    RULE(.name = "license-never-used", .severity = SEVERITY_MEDIUM, .action = ACTION_RECLAIM,
         .requires = RULE_NEEDS_LIST, .needs = FIELDS(last_used_on),
         .title_en = "License never used", .title_ja = "一度も使用されていないライセンス",
         .meaning_en =
             "a seat was never used, and it was assigned more than license_grace_days ago "
             "or at an unknown date",
         .meaning_ja = "使用の記録がなく、割当から license_grace_days "
                       "の日数を超えているか割当日が不明である",
         .message_en = "Never used[ since it was assigned on {assigned_on}][, {days} days ago]. "
                       "Reclaim the seat if it is not needed.",
         .message_ja = "ライセンスが一度も使用されていません[（{assigned_on}割当、{days}日経過）]。"
                       "不要であれば回収してください。",
         .threshold = DAYS(license_grace_days), JUDGES_SEAT(license_never_used)),
    RULE(.name = "license-idle", .severity = SEVERITY_MEDIUM, .action = ACTION_RECLAIM,
         .requires = RULE_NEEDS_LIST, .needs = FIELDS(last_used_on),
         .title_en = "License not used for long", .title_ja = "長期間使用されていないライセンス",
         .meaning_en = "a seat was last used more than idle_days ago",
         .meaning_ja = "最終利用日から idle_days の日数を超えている",
         .message_en =
             "Not used since {last_used_on}, for {days} days (limit {threshold}). Reclaim "
             "the seat if it is not needed.",
         .message_ja = "ライセンスが{last_used_on}"
                       "を最後に{days}日間使用されていません（基準{threshold}日）。"
                       "不要であれば回収してください。",
         .threshold = DAYS(idle_days), JUDGES_SEAT(license_idle)),
    RULE(.name = "license-usage-unknown", .severity = SEVERITY_INFO, .action = ACTION_CONFIRM,
         .requires = RULE_NEEDS_LIST, .needs = FIELDS(reported_on), .modes = RULE_UNREAD_USE,
         .title_en = "License whose use is not known", .title_ja = "利用状況不明のライセンス",
         .meaning_en = "the use of a seat was not reported, or more than report_days ago; such a "
                       "seat is never called unused or idle",
         .meaning_ja = "利用報告がないか、報告から report_days "
                       "の日数を超えている（未使用とはみなさない）",
         .message_en =
             "Use not reported[ since {reported_on}][, for {days} days]. Ask for a report.",
         .message_ja = "利用状況の報告がありません[（最終報告{reported_on}、{days}日経過）]。"
                       "利用状況を照会してください。",
         .threshold = DAYS(report_days), JUDGES_SEAT(license_usage_unknown)),
    RULE(.name = "license-duplicate", .severity = SEVERITY_LOW, .action = ACTION_RECLAIM,
         .requires = RULE_NEEDS_LIST, .title_en = "Second license of one holder",
         .title_ja = "ライセンスの重複割当", .meaning_en = "one holder has more than one seat",
         .meaning_ja = "同じ割当先に二つ以上のライセンスが割り当てられている",
         .message_en = "Holds {seats} seats of this license (lines {lines}[ and {lines.more} "
                       "more]). Reclaim what is not "
                       "needed.",
         .message_ja =
             "同じ割当先に{seats}件割り当てられています（{lines}行目[、ほか{lines.more}行]）。"
             "不要な分を回収してください。",
         .threshold = NO_NUMBER, JUDGES_SEAT(license_duplicate)),
    RULE(.name = "license-over-assigned", .severity = SEVERITY_HIGH, .action = ACTION_RECLAIM,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_QUANTITY,
         .title_en = "More seats assigned than owned", .title_ja = "ライセンスの割当超過",
         .meaning_en = "more seats are assigned than the quantity owned",
         .meaning_ja = "割当数が保有数を超えている",
         .message_en = "{assigned} seats are assigned, {purchased} are owned: {over} too many. "
                       "Reclaim or buy.",
         .message_ja = "保有{purchased}に対し割当{assigned}で、{over}件超過しています。"
                       "回収または追加購入してください。",
         .threshold = NO_NUMBER, JUDGES_LICENSE(license_over_assigned)),
    RULE(.name = "license-surplus", .severity = SEVERITY_LOW, .action = ACTION_CONFIRM,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_QUANTITY, .title_en = "Seats that nobody has",
         .title_ja = "ライセンスの余剰",
         .meaning_en = "fewer seats are assigned than the quantity owned",
         .meaning_ja = "割当数が保有数より少ない",
         .message_en =
             "{purchased} seats owned, {assigned} assigned ({active} active, {never_used} "
             "never used, {idle} idle): {unassigned} are unassigned. Check the quantity "
             "at renewal.",
         .message_ja =
             "保有{purchased}、割当{assigned}（使用中{active}、未使用{never_used}、休眠"
             "{idle}）で、{unassigned}件が未割当です。次回更新時に数量を見直してください。",
         .threshold = NO_NUMBER, JUDGES_LICENSE(license_surplus)),
    RULE(.name = "license-expired", .severity = SEVERITY_HIGH, .action = ACTION_CONFIRM,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_CONTRACT, .title_en = "License contract over",
         .title_ja = "ライセンスの契約期間終了",
         .meaning_en = "the contract is over and seats are assigned",
         .meaning_ja = "契約期間が終了しているのに、割当が残っている",
         .message_en = "The contract ended on {contract_to}, {days} days ago, and {assigned} seats "
                       "are assigned. Renew it, or take the seats back.",
         .message_ja = "契約が{contract_to}に終了しましたが（{days}日経過）、割当が{assigned}"
                       "件残っています。更新または割当の解除をしてください。",
         .threshold = NO_NUMBER, JUDGES_LICENSE(license_expired)),
    RULE(.name = "license-renewal", .severity = SEVERITY_INFO, .action = ACTION_CONFIRM,
         .requires = RULE_NEEDS_CONTRACT, .title_en = "License contract ends soon",
         .title_ja = "ライセンスの更新時期",
         .meaning_en = "the contract ends today or within renewal_days",
         .meaning_ja = "契約終了日が、基準日から renewal_days の日数以内である",
         .message_en = "The contract ends on {contract_to}, in {days} days. Check the quantity "
                       "before renewing.",
         .message_ja = "契約が{contract_to}に終了します（{days}日後）。"
                       "更新前に必要数を確認してください。",
         .threshold = DAYS(renewal_days), JUDGES_LICENSE(license_renewal)),
    RULE(.name = "license-unregistered", .severity = SEVERITY_MEDIUM, .action = ACTION_REGISTER,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_REGISTER,
         .title_en = "License that the register lacks", .title_ja = "台帳にないライセンス",
         .meaning_en = "a license list, or a product in one, that register.licenses does not have",
         .meaning_ja =
             "ライセンスの一覧またはその中の製品が、ライセンス台帳（register.licenses）にない",
         .message_en = "{target} stands in {list} and not in the register of licenses. Enter it "
                       "with its contract and purpose, or take the seats back.",
         .message_ja = "「{target}」は{list}"
                       "にありますが、ライセンス台帳にありません。契約と用途を確認して登録するか、"
                       "割当を解除してください。",
         .threshold = NO_NUMBER, JUDGES_LICENSE(license_unregistered)),
    RULE(.name = "system-no-list", .severity = SEVERITY_HIGH, .action = ACTION_CONFIRM,
         .title_en = "No account list", .title_ja = "アカウント一覧の未提出",
         .meaning_en = "no account list of the system was delivered",
         .meaning_ja = "システムのアカウント一覧が提出されていない",
         .message_en =
             "No account list was delivered[ (owner: {owner})]: nothing could be checked. "
             "Have one exported from the system.",
         .message_ja = "アカウント一覧が提出されておらず、点検できません[（所管: {owner}）]。"
                       "システムから一覧を出力して提出してください。",
         .threshold = NO_NUMBER, JUDGES_SYSTEM(system_no_list)),
    RULE(.name = "system-stale-list", .severity = SEVERITY_MEDIUM, .action = ACTION_CONFIRM,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_EXPORTED, .title_en = "Old account list",
         .title_ja = "アカウント一覧が古い",
         .meaning_en = "the account list was exported more than max_age_days ago",
         .meaning_ja = "アカウント一覧の出力日から max_age_days の日数を超えている",
         .message_en = "The account list was exported on {exported_on}, {days} days ago (limit "
                       "{threshold}). Export it again.",
         .message_ja = "アカウント一覧の出力日が{exported_on}で、{days}日経過しています"
                       "（基準{threshold}日）。出力し直してください。",
         .threshold = DAYS(max_age_days), JUDGES_SYSTEM(system_stale_list)),
    RULE(.name = "system-owner-unknown", .severity = SEVERITY_MEDIUM, .action = ACTION_REGISTER,
         .requires = RULE_NEEDS_CONFIG | RULE_NEEDS_OWNERS, .title_en = "System without an owner",
         .title_ja = "所管課不明のシステム",
         .meaning_en = "the owner of the system is missing, or no department valid on the day",
         .meaning_ja = "システムの所管課が未設定か、基準日に有効な所属ではない",
         .message_en = "The system has no owner[: \"{owner}\" is no department valid on the day]. "
                       "Enter the present owner.",
         .message_ja =
             "システムの所管課が不明です[（「{owner}」は基準日に有効な所属ではありません）]"
             "。現在の所管課を設定してください。",
         .threshold = NO_NUMBER, JUDGES_SYSTEM(system_owner_unknown)),
    RULE(.name = "system-retired", .severity = SEVERITY_HIGH, .action = ACTION_DELETE,
         .requires = RULE_NEEDS_LIST, .title_en = "Retired system in use",
         .title_ja = "廃止済みシステムのアカウント",
         .meaning_en = "the system was retired and enabled accounts remain",
         .meaning_ja = "廃止されたシステムに有効なアカウントが残っている",
         .message_en = "The system was retired on {ended_on}, {days} days ago, and "
                       "{enabled_accounts} enabled accounts remain. Delete them.",
         .message_ja = "{ended_on}に廃止されたシステムに、有効なアカウントが{enabled_accounts}"
                       "件残っています（{days}日経過）。削除してください。",
         .threshold = NO_NUMBER, JUDGES_SYSTEM(system_retired)),
    RULE(.name = "system-unregistered", .severity = SEVERITY_MEDIUM, .action = ACTION_REGISTER,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_REGISTER,
         .title_en = "System that the register lacks", .title_ja = "台帳にないシステム",
         .meaning_en = "a list was delivered of a system that register.systems does not have",
         .meaning_ja = "一覧が提出されたシステムが、システム台帳（register.systems）にない",
         .message_en =
             "The system is not in the register of systems. Enter it with its owner and purpose.",
         .message_ja = "システム台帳にないシステムです。所管課と用途を確認して登録してください。",
         .threshold = NO_NUMBER, JUDGES_SYSTEM(system_unregistered)),
    RULE(.name = "list-incomplete", .severity = SEVERITY_HIGH, .action = ACTION_CONFIRM,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_DECLARED,
         .title_en = "List with another number of entries", .title_ja = "件数の合わない一覧",
         .meaning_en = "declared_rows, what the delivering office says, is not the number of "
                       "entries read; rejected ones count, totals and remarks do not",
         .meaning_ja =
             "提出元が示した件数（declared_"
             "rows）と、読み込んだ件数（取り込めなかった行を含み、合計・注記を除く）が異なる",
         .message_en = "{declared_rows} entries were declared, {records} were read[ ({rejected} of "
                       "them could not be used)]. Have the whole list delivered again.",
         .message_ja =
             "提出元の申告{declared_rows}件に対し、読み込んだのは{records}件です["
             "（うち取り込めなかった行{rejected}件）]。一覧を出し直してもらってください。",
         .threshold = NO_NUMBER, JUDGES_LIST(list_incomplete)),
    RULE(.name = "roster-stale", .severity = SEVERITY_MEDIUM, .action = ACTION_CONFIRM,
         .requires = RULE_NEEDS_EXPORTED, .title_en = "Old roster", .title_ja = "名簿が古い",
         .meaning_en = "the roster was exported more than max_age_days ago",
         .meaning_ja = "名簿の出力日から max_age_days の日数を超えている",
         .message_en = "The roster was exported on {exported_on}, {days} days ago (limit "
                       "{threshold}): newer leavers are not seen. Get a new one.",
         .message_ja =
             "名簿の出力日が{exported_on}で、{days}日経過しています（基準{threshold}日）。"
             "その後の異動・退職は反映されません。最新の名簿を入手してください。",
         .threshold = DAYS(max_age_days), JUDGES_ROSTER(roster_stale)),
    RULE(.name = "roster-contradiction", .severity = SEVERITY_MEDIUM, .action = ACTION_CONFIRM,
         .requires = RULE_NEEDS_LEAVERS, .title_en = "Staff list and leavers list disagree",
         .title_ja = "職員名簿と退職者情報の食い違い",
         .meaning_en = "a leavers list and this staff list disagree whether the person has left",
         .meaning_ja = "退職したかどうかについて、退職者情報とこの名簿が食い違っている",
         .message_en = "{name}: the list {leavers_list} ({leavers_line}) says "
                       "{leavers_say}[ on {left_on}], this list says {staff_says}. Find out which "
                       "is right, and have the other corrected.",
         .message_ja = "{name}: {leavers_list}（{leavers_line}）では{leavers_say}"
                       "[（{left_on}）]、この名簿では{staff_says}です。"
                       "どちらが正しいか確認し、誤っている方を訂正してもらってください。",
         .threshold = NO_NUMBER, JUDGES_ROSTER(roster_contradiction)),
    RULE(.name = "device-not-returned", .severity = SEVERITY_MEDIUM, .action = ACTION_RETURN,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER, .needs = FIELDS(person_id),
         .needs_any = FIELDS(returned_on, status), .roster_any = FIELDS(left_on, status),
         .title_en = "Device of a leaver not returned", .title_ja = "退職者の未返却端末",
         .meaning_en = "the holder of a device has left and the device was not returned",
         .meaning_ja = "端末の使用者が退職しているのに、返却されていない",
         .message_en =
             "The device of a person who has left[ ({left_on})] was not returned[, {days} "
             "days after]. Have it returned.",
         .message_ja = "退職者[（{left_on}退職）]の端末が返却されていません[。{days}日経過]。"
                       "回収してください。",
         .threshold = NO_NUMBER, JUDGES_DEVICE(device_not_returned)),
    RULE(.name = "device-holder-unknown", .severity = SEVERITY_MEDIUM, .action = ACTION_CONFIRM,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER, .needs = FIELDS(person_id),
         .needs_any = FIELDS(returned_on, status), .title_en = "Device of an unknown holder",
         .title_ja = "使用者不明の端末",
         .meaning_en = "a device was not returned and its holder is no person of the rosters",
         .meaning_ja = "返却されていない端末の使用者が、名簿のだれにも該当しない",
         .message_en = "The device's holder {person_id} is in no roster[ (lent on {lent_on})]. "
                       "Find out who has it.",
         .message_ja = "端末の使用者「{person_id}」が名簿にいません[（{lent_on}貸与）]"
                       "。だれが持っているか確認してください。",
         .threshold = NO_NUMBER, JUDGES_DEVICE(device_holder_unknown)),
    RULE(.name = "device-department-mismatch", .severity = SEVERITY_LOW, .action = ACTION_CHANGE,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER, .needs = FIELDS(person_id, department),
         .needs_any = FIELDS(returned_on, status),
         .roster_any = FIELDS(department, department_code),
         .title_en = "Department of a device differs from the roster",
         .title_ja = "端末の所属の不一致",
         .meaning_en = "a device was not returned and its department is none of its holder's",
         .meaning_ja = "返却されていない端末の所属が、使用者の所属のいずれとも異なる",
         .message_en = "The device belongs to \"{device_department}\", its holder is in "
                       "{roster_departments}[ (posted on {posted_on}, {days} days ago)]. Have it "
                       "returned, or change the register.",
         .message_ja =
             "端末の所属「{device_department}」が使用者の所属「{roster_departments}」と異なります["
             "（{posted_on}発令、{days}日経過）]。返却してもらうか、端末の台帳を改めてください。",
         .threshold = NO_NUMBER, JUDGES_DEVICE(device_department_mismatch)),
    RULE(.name = "id-reused", .severity = SEVERITY_HIGH, .action = ACTION_CONFIRM,
         .judges = RULE_ENABLED | RULE_PERSONAL | RULE_EXTERNAL | RULE_ADMIN | RULE_PRESENT,
         .requires = RULE_NEEDS_LIST | RULE_NEEDS_ROSTER,
         .title_en = "User ID given to somebody else", .title_ja = "利用者IDの使い回し",
         .meaning_en = "the last run in the ledger had this user ID linked to somebody else",
         .meaning_ja = "台帳の前回の実行では、この利用者IDが別の職員のものだった",
         .message_en = "On {previous_as_of} this user ID was held by {previous_name} "
                       "({previous_person_id}). Find out whether rights and records of that person "
                       "came with it.",
         .message_ja = "{previous_as_of}の時点では{previous_name}（{previous_person_id}）の"
                       "利用者IDでした。前の使用者の権限や記録が引き継がれていないか"
                       "確認してください。",
         .threshold = NO_NUMBER, JUDGES_CHANGE(id_reused)),
};
const size_t rule_count = sizeof rules / sizeof *rules;
_Static_assert(sizeof rules / sizeof *rules <= MAX_RULES,
               "the engine has room for MAX_RULES rules");

size_t rule_index(const struct rule *r) {
    return (size_t)(r - rules);
}

const struct rule *rule_find(const char *name) {
    for (size_t i = 0; i < rule_count; i++)
        if (strcmp(rules[i].name, name) == 0)
            return &rules[i];
    return NULL;
}

/* The inputs of each scope. */
#define OF(record) (1u << RECORD_##record)
static const unsigned records_of_scope[] = {
    [SCOPE_ACCOUNT] = OF(ACCOUNT), [SCOPE_PERSON] = OF(ACCOUNT),
    [SCOPE_CHANGE] = OF(ACCOUNT),  [SCOPE_CONFLICT] = OF(ACCOUNT),
    [SCOPE_SYSTEM] = OF(ACCOUNT),  [SCOPE_SEAT] = OF(SEAT),
    [SCOPE_LICENSE] = OF(SEAT),    [SCOPE_ROSTER] = OF(PERSON),
    [SCOPE_DEVICE] = OF(DEVICE),   [SCOPE_LIST] = OF(PERSON) | OF(ACCOUNT) | OF(SEAT),
};

bool rule_speaks_of(const struct rule *r, enum record record) {
    return records_of_scope[r->scope] >> record & 1;
}

static const struct rule_choice *choice_of(const struct plan *plan, const struct rule *r) {
    for (size_t i = 0; i < plan->rules.count; i++)
        if (strcmp(plan->rules.items[i].name, r->name) == 0)
            return &plan->rules.items[i];
    return NULL;
}

enum severity rule_severity(const struct plan *plan, const struct rule *r) {
    const struct rule_choice *choice = choice_of(plan, r);
    return choice && choice->has_severity ? choice->severity : r->severity;
}

bool rule_is_enabled(const struct plan *plan, const struct rule *r) {
    const struct rule_choice *choice = choice_of(plan, r);
    return !choice || !choice->is_disabled;
}
