/* The functions of the table, each of its scope's type. */
#ifndef TENKO_RULES_FAMILIES_H
#define TENKO_RULES_FAMILIES_H

#include "judge.h"

/* Of an account. */
#define JUDGE(name) void judge_##name(struct judge *j, struct account_case *c)
JUDGE(orphan_account);
JUDGE(ambiguous_owner);
JUDGE(leaver_account);
JUDGE(leaver_login);
JUDGE(leave_account);
JUDGE(leave_login);
JUDGE(name_mismatch);
JUDGE(department_mismatch);
JUDGE(job_type_mismatch);
JUDGE(not_eligible);
JUDGE(duplicate_account);
JUDGE(dormant_account);
JUDGE(never_used_account);
JUDGE(disabled_retained);
JUDGE(leaving_soon);
JUDGE(role_unknown);
JUDGE(role_not_allowed);
JUDGE(role_outlier);
JUDGE(privileged_unapproved);
JUDGE(privileged_approval_expired);
JUDGE(privileged_shared);
JUDGE(shared_no_owner);
JUDGE(shared_password_stale);
JUDGE(shared_password_after_move);
JUDGE(password_after_incident);
JUDGE(initial_password);
JUDGE(mfa_missing);
#undef JUDGE

/* Of a person, in a system. */
#define JUDGE(name) void judge_##name(struct judge *j, struct person_case *c)
JUDGE(missing_account);
#undef JUDGE

/* Of an account, beside what the run before knew of it. */
#define JUDGE(name) void judge_##name(struct judge *j, struct change_case *c)
JUDGE(unrequested_change);
JUDGE(id_reused);
#undef JUDGE

/* Of a person who has both sides of a conflict. */
#define JUDGE(name) void judge_##name(struct judge *j, const struct conflict_case *c)
JUDGE(role_conflict);
#undef JUDGE

/* Of the seats that one holder has. */
#define JUDGE(name) void judge_##name(struct judge *j, const struct seats_case *c)
JUDGE(license_leaver);
JUDGE(license_unknown_holder);
JUDGE(license_disabled_account);
JUDGE(license_never_used);
JUDGE(license_idle);
JUDGE(license_usage_unknown);
JUDGE(license_duplicate);
#undef JUDGE

/* Of a device. */
#define JUDGE(name) void judge_##name(struct judge *j, const struct device_case *c)
JUDGE(device_not_returned);
JUDGE(device_holder_unknown);
JUDGE(device_department_mismatch);
#undef JUDGE

/* Of a license as a whole. */
#define JUDGE(name) void judge_##name(struct judge *j)
JUDGE(license_over_assigned);
JUDGE(license_surplus);
JUDGE(license_expired);
JUDGE(license_renewal);
JUDGE(license_unregistered);
#undef JUDGE

/* Of a system as a whole. */
#define JUDGE(name) void judge_##name(struct judge *j)
JUDGE(system_no_list);
JUDGE(system_stale_list);
JUDGE(system_owner_unknown);
JUDGE(system_retired);
JUDGE(system_unregistered);
#undef JUDGE

/* Of a list as a whole. */
#define JUDGE(name) void judge_##name(struct judge *j)
JUDGE(list_incomplete);
JUDGE(roster_stale);
JUDGE(roster_contradiction);
#undef JUDGE

#endif
