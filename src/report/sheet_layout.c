/* What each sheet prints. Keys (rule, code, id) and what the title says already are folded. */
#include "sheet_layout.h"

const struct sheet_column *sheet_column(const struct sheet_layout *layout,
                                        enum message_id heading) {
    for (size_t i = 0; layout && i < layout->column_count; i++)
        if (layout->columns[i].heading == heading)
            return &layout->columns[i];
    return NULL;
}

#define LAYOUT(name, count)                                                                        \
    const struct sheet_layout name##_layout = {count, name##_columns,                              \
                                               sizeof name##_columns / sizeof *name##_columns}

/* What somebody needs who is to act: how grave, what, where, who, and what to do. */
static const struct sheet_column exceptions_columns[] = {
    {MSG_HEAD_ID, 18, true},          {MSG_HEAD_SEVERITY, 8, false},
    {MSG_HEAD_RULE, 22, true},        {MSG_HEAD_TITLE, 26, false},
    {MSG_HEAD_TARGET_KIND, 12, true}, {MSG_HEAD_TARGET, 18, false},
    {MSG_HEAD_ADDRESSEE, 14, false},  {MSG_HEAD_SUBJECT, 16, false},
    {MSG_HEAD_PERSON_ID, 10, false},  {MSG_HEAD_NAME, 14, false},
    {MSG_HEAD_DEPARTMENT, 14, false}, {MSG_HEAD_MESSAGE, 40, false},
    {MSG_HEAD_EVIDENCE, 40, true},    {MSG_HEAD_ACTION, 8, false},
    {MSG_HEAD_STATUS, 8, false},      {MSG_HEAD_FIRST_SEEN, 14, false},
};
LAYOUT(exceptions, 16);

static const struct sheet_column inventory_columns[] = {
    {MSG_HEAD_SYSTEM, 18, true},         {MSG_HEAD_USER_ID, 16, false},
    {MSG_HEAD_ACCOUNT_KIND, 8, false},   {MSG_HEAD_PERSON_ID, 10, false},
    {MSG_HEAD_NAME, 13, false},          {MSG_HEAD_STATE, 8, false},
    {MSG_HEAD_DEPARTMENT, 12, false},    {MSG_HEAD_ACCOUNT_DEPARTMENT, 12, false},
    {MSG_HEAD_ROLES, 14, false},         {MSG_HEAD_ENABLED, 6, false},
    {MSG_HEAD_PRIVILEGED, 6, false},     {MSG_HEAD_CREATED_ON, 14, false},
    {MSG_HEAD_LAST_LOGIN_ON, 14, false}, {MSG_HEAD_PASSWORD_CHANGED_ON, 14, false},
    {MSG_HEAD_EXPIRES_ON, 14, false},    {MSG_HEAD_MATCHED_BY, 10, false},
    {MSG_HEAD_VERDICT, 18, false},
};
LAYOUT(inventory, 17);

static const struct sheet_column leavers_columns[] = {
    {MSG_HEAD_PERSON_ID, 10, false},     {MSG_HEAD_NAME, 14, false},
    {MSG_HEAD_DEPARTMENT, 16, false},    {MSG_HEAD_REASON, 10, false},
    {MSG_HEAD_FROM, 14, false},          {MSG_HEAD_TO, 14, false},
    {MSG_HEAD_TARGET_KIND, 12, false},   {MSG_HEAD_TARGET, 24, false},
    {MSG_HEAD_LEAVER_STATE, 18, false},  {MSG_HEAD_SUBJECTS, 24, false},
    {MSG_HEAD_LAST_LOGIN_ON, 14, false}, {MSG_HEAD_LIST_DATE, 14, false},
};
LAYOUT(leavers, 0);

static const struct sheet_column licenses_columns[] = {
    {MSG_HEAD_LICENSE, 17, false},           {MSG_HEAD_OWNER, 13, false},
    {MSG_HEAD_CONTRACT_NO, 10, false},       {MSG_HEAD_PURPOSE, 14, false},
    {MSG_HEAD_CONTRACT_TO, 14, false},       {MSG_HEAD_PURCHASED, 8, false},
    {MSG_HEAD_ASSIGNED, 8, false},           {MSG_HEAD_ACTIVE, 8, false},
    {MSG_HEAD_NEVER_USED, 9, false},         {MSG_HEAD_IDLE, 8, false},
    {MSG_HEAD_USAGE_UNKNOWN, 8, false},      {MSG_HEAD_HELD_BY_LEAVERS, 8, false},
    {MSG_HEAD_HELD_BY_UNKNOWN, 8, false},    {MSG_HEAD_DUPLICATES, 8, false},
    {MSG_HEAD_UNASSIGNED, 9, false},         {MSG_HEAD_RECLAIMABLE, 9, false},
    {MSG_HEAD_UTILIZATION, 8, false},        {MSG_HEAD_YEARLY_WASTE, 11, false},
    {MSG_HEAD_SUGGESTED_QUANTITY, 8, false},
};
LAYOUT(licenses, 0);

static const struct sheet_column systems_columns[] = {
    {MSG_HEAD_KIND, 9, false},         {MSG_HEAD_INPUT_NAME, 17, false},
    {MSG_HEAD_OWNER, 11, false},       {MSG_HEAD_MANAGER, 11, false},
    {MSG_HEAD_DELIVERED, 8, false},    {MSG_HEAD_FILE, 22, true},
    {MSG_HEAD_ENCODING, 10, true},     {MSG_HEAD_EXPORTED_ON, 14, false},
    {MSG_HEAD_EXPORTED_BY, 10, false}, {MSG_HEAD_ROWS_READ, 8, false},
    {MSG_HEAD_ACCEPTED, 7, false},     {MSG_HEAD_REJECTED, 7, false},
    {MSG_HEAD_NOT_YET, 7, false},      {MSG_HEAD_PEOPLE, 6, false},
    {MSG_HEAD_ACCOUNTS, 7, false},     {MSG_HEAD_ENABLED, 7, false},
    {MSG_HEAD_EXPIRED, 7, false},      {MSG_HEAD_MATCHED, 7, false},
    {MSG_HEAD_UNMATCHED, 9, false},    {MSG_HEAD_AMBIGUOUS, 9, false},
    {MSG_HEAD_SHARED, 6, false},       {MSG_HEAD_PRIVILEGED, 8, false},
    {MSG_HEAD_EXCEPTIONS, 9, false},
};
LAYOUT(systems, 23);

static const struct sheet_column issues_columns[] = {
    {MSG_HEAD_INPUT, 18, false},  {MSG_HEAD_FILE, 24, false},        {MSG_HEAD_LINE, 8, false},
    {MSG_HEAD_COLUMN, 16, false}, {MSG_HEAD_VALUE, 24, false},       {MSG_HEAD_PROBLEM, 60, false},
    {MSG_HEAD_DONE, 36, false},   {MSG_HEAD_PROBLEM_CODE, 22, true},
};
LAYOUT(issues, 0);

static const struct sheet_column resolved_columns[] = {
    {MSG_HEAD_ID, 18, true},           {MSG_HEAD_STATUS, 12, false},
    {MSG_HEAD_RULE, 22, true},         {MSG_HEAD_TITLE, 26, false},
    {MSG_HEAD_TARGET, 18, false},      {MSG_HEAD_SUBJECT, 16, false},
    {MSG_HEAD_PERSON_ID, 10, false},   {MSG_HEAD_NAME, 14, false},
    {MSG_HEAD_DEPARTMENT, 14, false},  {MSG_HEAD_ADDRESSEE, 14, false},
    {MSG_HEAD_FIRST_SEEN, 14, false},  {MSG_HEAD_LAST_SEEN_RUN, 9, false},
    {MSG_HEAD_LAST_SEEN, 14, false},   {MSG_HEAD_RESOLVED_RUN, 9, false},
    {MSG_HEAD_RESOLVED_ON, 14, false}, {MSG_HEAD_OPEN_DAYS, 7, false},
};
LAYOUT(resolved, 0);

static const struct sheet_column seats_columns[] = {
    {MSG_HEAD_SEAT_LICENSE, 20, false}, {MSG_HEAD_PRODUCT, 20, false},
    {MSG_HEAD_HOLDER, 20, false},       {MSG_HEAD_PERSON_ID, 10, false},
    {MSG_HEAD_NAME, 14, false},         {MSG_HEAD_DEPARTMENT, 16, false},
    {MSG_HEAD_ASSIGNED_ON, 14, false},  {MSG_HEAD_LAST_USED_ON, 14, false},
    {MSG_HEAD_VERDICT, 14, false},      {MSG_HEAD_YEARLY_COST, 10, false},
    {MSG_HEAD_FILE, 22, false},         {MSG_HEAD_LINE, 8, false},
};
LAYOUT(seats, 0);

/* Wide enough for the heads in English, which have no blanks to be broken at. */
static const struct sheet_column shares_columns[] = {
    {MSG_HEAD_SEAT_LICENSE, 18, false},
    {MSG_HEAD_PRODUCT, 16, false},
    {MSG_HEAD_DEPARTMENT, 18, false},
    {MSG_HEAD_ASSIGNED, 11, false},
    {MSG_HEAD_ACTIVE, 9, false},
    {MSG_HEAD_NEVER_USED, 13, false},
    {MSG_HEAD_IDLE, 8, false},
    {MSG_HEAD_USAGE_UNKNOWN, 16, false},
    {MSG_HEAD_HELD_BY_LEAVERS, 18, false},
    {MSG_HEAD_HELD_BY_UNKNOWN, 18, false},
    {MSG_HEAD_RECLAIMABLE, 14, false},
    {MSG_HEAD_YEARLY_COST, 14, false},
    {MSG_HEAD_RECLAIMABLE_COST, 19, false},
};
LAYOUT(shares, 0);
