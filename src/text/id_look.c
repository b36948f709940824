/*
 * The table of what user IDs look like. A name that a person might bear is not in it: test stands
 * for itself or before a sign or digit, so that Testa and Roomer are people. Globs are written as
 * FOLD_ID writes them, capital letters apart; the parts about {login} have none.
 */
#include "tenko/id_look.h"

#include "tenko/fold.h"

#include <ctype.h>
#include <string.h>

/* Globs of one look, divided by spaces; {login} stands for any text. */
static const struct id_pattern {
    enum id_look look;
    const char *globs;
} id_patterns[] = {
    {LOOKS_BUILT_IN, "Administrator root admin sa SYSTEM <root_account>"},
    {LOOKS_SHARED, "kyoyu* kyouyu* shared-* shared_* group:* 共用* 共有*"},
    {LOOKS_SERVICE,
     "svc-* svc_* svc.* srv-* srv_* service-* service_* sys-* sys_* batch-* batch_* bat_* app-* "
     "app_* MSOL_* AAD_* Sync_* HealthMailbox* SystemMailbox* krbtgt* DefaultAccount "
     "WDAGUtilityAccount NT?AUTHORITY\\* NT?SERVICE\\* IIS?APPPOOL\\* ##MS_* serviceAccount:* "
     "*.gserviceaccount.com Guest daemon nobody www-data postgres mysql oracle backup batch"},
    {LOOKS_COMPUTER, "*$"},
    {LOOKS_GUEST, "*#EXT#* ext-* ext_* guest-* guest_*"},
    {LOOKS_ADMIN,
     "adm-{login} adm_{login} adm.{login} admin-{login} admin_{login} {login}-adm {login}_adm "
     "{login}-admin {login}_admin"},
    {LOOKS_TEST,
     "test test-* test_* test.* test0* test1* test2* test3* test4* test5* test6* test7* test8* "
     "test9* *-test *_test テスト* 試験用*"},
    {LOOKS_KIOSK, "kiosk* signage* madoguchi* counter-* counter_* 窓口*"},
    {LOOKS_ROOM,
     "room-* room_* room.* room0* room1* room2* room3* room4* room5* room6* room7* room8* room9* "
     "meeting-* meeting_* meetingroom* mtg-* mtg_* conf-* conf_* confroom* kaigi* 会議室*"},
};
enum { ID_PATTERN_COUNT = sizeof id_patterns / sizeof id_patterns[0] };

static const char login_place[] = "{login}";

/* Does the FOLD_ID key of an ID fit the glob? Most do not, and their first byte tells. */
static bool fits(struct span glob, struct span key) {
    char first = *glob.p;
    if (first != '*' && first != '{' &&
        (key.n == 0 || tolower((unsigned char)first) != (unsigned char)*key.p))
        return false;
    const char *place = memchr(glob.p, '{', glob.n);
    if (!place)
        return glob_match_keys(glob, key);
    size_t before = (size_t)(place - glob.p), place_n = sizeof login_place - 1;
    struct span start = {glob.p, before}, end = {place + place_n, glob.n - before - place_n};
    return key.n >= start.n + end.n && memcmp(key.p, start.p, start.n) == 0 &&
           memcmp(key.p + key.n - end.n, end.p, end.n) == 0;
}

struct id_glob id_glob_of(struct span user_id) {
    struct id_glob found = {LOOKS_PERSONAL, NULL, 0};
    struct strbuf key = {0};
    fold_text(FOLD_ID, user_id, &key);
    for (size_t i = 0; i < ID_PATTERN_COUNT && !found.written; i++)
        for (const char *p = id_patterns[i].globs; *p && !found.written;) {
            size_t n = strcspn(p, " ");
            if (fits((struct span){p, n}, strbuf_span(&key)))
                found = (struct id_glob){id_patterns[i].look, p, n};
            p += n + (p[n] == ' ');
        }
    strbuf_release(&key);
    return found;
}

enum id_look id_look_of(struct span user_id) {
    return id_glob_of(user_id).look;
}

static const struct {
    const char *word;
    enum message_id title;
} looks[ID_LOOK_COUNT] = {
    [LOOKS_PERSONAL] = {"", MSG_NONE},
    [LOOKS_BUILT_IN] = {"built_in", MSG_LOOK_BUILT_IN},
    [LOOKS_SHARED] = {"shared", MSG_LOOK_SHARED},
    [LOOKS_SERVICE] = {"service", MSG_LOOK_SERVICE},
    [LOOKS_COMPUTER] = {"computer", MSG_LOOK_COMPUTER},
    [LOOKS_GUEST] = {"guest", MSG_LOOK_GUEST},
    [LOOKS_ADMIN] = {"admin", MSG_LOOK_ADMIN},
    [LOOKS_TEST] = {"test", MSG_LOOK_TEST},
    [LOOKS_KIOSK] = {"kiosk", MSG_LOOK_KIOSK},
    [LOOKS_ROOM] = {"room", MSG_LOOK_ROOM},
};

const char *id_look_word(enum id_look look) {
    return looks[look].word;
}

enum message_id id_look_title(enum id_look look) {
    return looks[look].title;
}

bool id_is_concealed(struct span user_id) {
    for (size_t i = 0; i < user_id.n; i++) {
        if (!isxdigit((unsigned char)user_id.p[i]))
            return false;
    }
    return user_id.n == 32;
}
