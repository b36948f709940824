/* Cells of policy tables that name a system or an account: an input issue where there is none. */
#include "seal.h"

system_ref policy_find_system(struct policy *p, const struct origin *origin, enum field field,
                              str_id name) {
    struct span text = source_text(p->source, name);
    system_ref system = model_system(p->m, text);
    if (!is_system(system))
        source_add_issue(
            p->source, origin,
            &(struct join_issue){
                field, text, MSG_POLICY_NO_SYSTEM, MSG_POLICY_ROW_IGNORED, {text, SPAN("")}});
    return system;
}

account_ref policy_find_account(struct policy *p, const struct origin *origin, system_ref system,
                                str_id user_id) {
    struct source *accounts = &p->m->systems[system.n];
    struct span text = source_text(p->source, user_id);
    account_ref account = source_find_account(accounts, text);
    if (!is_account(account) &&
        !accounts->is_missing) /* that a list is missing is said elsewhere */
        source_add_issue(
            p->source, origin,
            &(struct join_issue){FIELD_user_id,
                                 text,
                                 MSG_LINK_NO_ACCOUNT,
                                 MSG_POLICY_ROW_IGNORED,
                                 {span_of(p->m->plan->systems.items[system.n].name), text}});
    return account;
}
