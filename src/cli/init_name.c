/* Names of lists by their files: the day, the version and the word for a list are left out. */
#include "init_name.h"

#include "tenko/memory.h"
#include "tenko/span.h"

#include <regex.h>
#include <string.h>

/* Extended expressions over bytes (so a sign of several bytes stands in brackets), any case. What
 * stands between the parts of a file's name: */
#define SIGN "([-_. ()]|\\[|\\]|　|（|）|【|】|・|＿|－)"
#define DAY                                                                                                  \
    "(令和|平成|r|h)?[0-9]{1,4}年(度)?([0-9]{1,2}月)?([0-9]{1,2}日)?|[0-9]{1,2}月([0-9]{1,2}日)?|" \
    "(令和|平成|r|h)([0-9]{6}|[0-9]{1,2}([-_.]?[0-9]{1,2}){0,2})|"                                       \
    "(19|20)[0-9]{2}([-_.]?[0-9]{1,2}){0,2}([-_t]?[0-9]{4,6})?"
#define VERSION                                                                                                         \
    "v(er)?[_.]?[0-9.]+|(新|最新|最終|修正|確定)版|最新|最終|提出(用|版)|コピー|copy|final|\\([0-" \
    "9]{1,2}\\)|"                                                                                                       \
    "（[0-9]{1,2}）"
#define LIST                                                                                                               \
    "一覧(表)?|リスト|名簿|台帳|利用者(情報)?|ユーザ(ー)?|アカウント|登録者|user ?list|users?|" \
    "accounts?|members?|list|export|report"

/* What is cut off the end: group 2. A day or a word in Latin letters begins behind a sign or
 * another script. */
static const char day_at_end[] =
    "(^|[^a-z0-9])((" DAY "|" VERSION "|[0-9]{3,4})(時点|現在|基準|月末|末|分)*" SIGN "*)$";
static const char list_at_end[] = "(^|[^a-z0-9])((" LIST ")" SIGN "*)$";
/* What is cut off the start: all of it. An ordering number, or a day. */
static const char number_at_start[] = "^(([0-9]{1,3}|" DAY ")" SIGN "+)";
static const char sign_at_end[] = "()(" SIGN "+)$";
static const char sign_at_start[] = "^(" SIGN "+)";

/* Numbers and signs alone name nothing. */
static bool is_name(const char *text, size_t n) {
    return strspn(text, "0123456789-_. ") < n;
}

/* Cuts what matches off the end (or the start) of the name, again and again, as long as a name
 * is left. */
static void cut(char *name, const char *expression, bool is_at_end) {
    regex_t regex;
    regmatch_t found[3];
    if (regcomp(&regex, expression, REG_EXTENDED | REG_ICASE) != 0)
        return;
    while (regexec(&regex, name, 3, found, 0) == 0) {
        size_t n = strlen(name);
        size_t from = (size_t)found[is_at_end ? 2 : 1].rm_so;
        size_t to = (size_t)found[is_at_end ? 2 : 1].rm_eo;
        const char *left = is_at_end ? name : name + to;
        if (to == from || !is_name(left, is_at_end ? from : n - to))
            break;
        memmove(name + from, name + to, n - to + 1);
    }
    regfree(&regex);
}

char *init_name_of(const char *path) {
    const char *slash = strrchr(path, '/'), *file = slash ? slash + 1 : path;
    const char *dot = strrchr(file, '.');
    char *name = memory_copy_text(
        (struct span){file, dot && dot > file ? (size_t)(dot - file) : strlen(file)});
    cut(name, day_at_end, true);
    cut(name, number_at_start, false);
    cut(name, sign_at_end, true);
    cut(name, list_at_end, true);
    cut(name, day_at_end, true);
    cut(name, sign_at_end, true);
    cut(name, sign_at_start, false);
    return name;
}
