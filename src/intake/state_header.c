/*
 * Headers that say whether an account is on or off, in the many ways that databases and
 * translations have of it: whose state, one word for on or off, and an ending that says no more
 * (ログイン・停止・フラグ, 資格情報を・ブロック・する, is・locked・out, del・flg). The whole header
 * must be made of such words, and one word for on or off must be among them, so that 削除予定 or
 * "active directory" are none.
 */
#include "header_forms.h"

#include <string.h>

/* As FOLD_HEADER leaves them (it drops the mark ー). */
static const char around[] =
    "アカウント ユザ 利用者 使用者 メンバ サインイン ログイン ログオン 資格情報 認証情報 利用 使用 "
    "フラグ 区分 状態 状況 有無 の が を は に されている された する している した 済み 済 中 化 "
    "credentials credential account users user member signin login logon access status state "
    "flag flg is has id scim sso";
static const char off[] =
    "非アクティブ ブロック 停止 無効 凍結 休止 削除 抹消 失効 廃止 禁止 不可 アカイブ "
    "blocked block suspended suspend disabled disable deactivated "
    "deactivate inactive deleted delete del invalid revoked archived "
    "stopped stop frozen";
static const char on[] =
    "アクティブ 有効 許可 可能 稼働 可否 可 enabled enable activated active allowed allow "
    "valid permitted use can";
/* A lock may be one for a quarter of an hour: it yields to any other column of state. */
static const char locked[] = "ロックアウト ロック lockedout lockout locked lock";

size_t header_word(const char *list, struct span text) {
    size_t longest = 0;
    for (const char *p = list; *p;) {
        size_t n = strcspn(p, " ");
        if (n > longest && text.n >= n && memcmp(text.p, p, n) == 0)
            longest = n;
        p += n + (p[n] == ' ');
    }
    return longest;
}

size_t state_meaning(struct span folded, struct meaning *out) {
    static const struct {
        const char *words;
        struct meaning means;
    } kinds[] = {
        {off, {FIELD_status, 2 + RANK_NOTE, HEADER_INVERTED | HEADER_STATE, 0}},
        {on, {FIELD_status, 2 + RANK_NOTE, HEADER_STATE, 0}},
        {locked, {FIELD_status, 3 + RANK_NOTE, HEADER_INVERTED, 0}},
        {around, {FIELD_NONE, 0, 0, 0}},
    };
    size_t decisive = 0, words = 0;
    for (; folded.n; words++) {
        size_t longest = 0, kind = 0;
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            size_t n = header_word(kinds[k].words, folded);
            if (n > longest) {
                longest = n;
                kind = k;
            }
        }
        if (!longest)
            return 0;
        if (kinds[kind].means.field != FIELD_NONE) {
            *out = kinds[kind].means;
            decisive++;
        }
        folded = (struct span){folded.p + longest, folded.n - longest};
    }
    return decisive == 1 && words > 1;
}
