/* What headers mean as they stand, and those that are put together of others. Private to
 * meanings.c. */
#ifndef TENKO_INTAKE_HEADER_FORMS_H
#define TENKO_INTAKE_HEADER_FORMS_H

#include "synonyms.h"

/* header_entries.c: what the header (folded with FOLD_HEADER) means as it stands, strongest first,
 * with more_rank added to each rank. */
size_t entry_meanings(enum record record, struct span folded, uint8_t more_rank,
                      struct meaning out[MEANINGS_MAX]);

/* The bytes of the longest word of the list that the text begins with; 0 = none. state_header.c. */
size_t header_word(const char *list, struct span text);

/* "使用/停止", "有効・無効": of an account or a seat, a yes means the first. Each returns how many
 * meanings it found. */
size_t pair_meanings(enum record record, struct span header, struct meaning *out);
/* "区分(0:有効 1:停止)": whatever else the header says, its codes are states. */
size_t legend_meanings(enum record record, struct span header, struct strbuf *scratch,
                       struct meaning *out);
/* Folded: "従業員名姓" (従業員名（姓）), "職員名フリガナ", "派遣社員名カナ名". */
size_t name_part_meanings(enum record record, struct span folded, struct meaning *out);
/* Folded: "兼務先", "兼務所属名", "併任部署2": of a person's further post. */
size_t concurrent_meanings(enum record record, struct span folded, struct meaning *out);
/* "部署（主）", "役職名（兼務）": of the main post, or of a further one. */
size_t post_meanings(enum record record, struct span header, struct meaning out[MEANINGS_MAX]);
/* Folded: the first or last day of a period that the table knows: "休職等期間自", "育休至". */
size_t period_meanings(enum record record, struct span folded, struct meaning *out);
/* "signInActivity.lastSignInDateTime", "基本情報／所属名": what the last part means, unless the
 * parts before speak of somebody else. */
size_t path_meanings(enum record record, struct span header, struct strbuf *scratch,
                     struct meaning out[MEANINGS_MAX]);

/* composed_header.c. Folded: "最終パスワード更新日時", "Date of last sign-in",
 * "２段階認証の登録状況": made of words for a day of use, of a password, or for a second factor,
 * and of nothing else. */
size_t composed_meaning(enum record record, struct span folded, struct meaning *out);

#endif
