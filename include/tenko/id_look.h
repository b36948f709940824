/*
 * What a user ID looks like: a service account, a guest, an administrator's second ID. A hint for
 * people, never a verdict: only `kinds` and the list itself make an account other than personal.
 */
#ifndef TENKO_ID_LOOK_H
#define TENKO_ID_LOOK_H

#include "tenko/message.h"
#include "tenko/span.h"

#include <stdbool.h>
#include <stddef.h>

enum id_look {
    LOOKS_PERSONAL, /* like any other */
    LOOKS_BUILT_IN,
    LOOKS_SHARED,
    LOOKS_SERVICE,
    LOOKS_COMPUTER,
    LOOKS_GUEST,
    LOOKS_ADMIN,
    LOOKS_TEST,
    LOOKS_KIOSK,
    LOOKS_ROOM,
    ID_LOOK_COUNT
};

/* The first glob of the table that a user ID fits: n bytes at `written`, NULL if none; {login}
 * stands for any text. */
struct id_glob {
    enum id_look look;
    const char *written;
    size_t n;
};
struct id_glob id_glob_of(struct span user_id);
enum id_look id_look_of(struct span user_id); /* of that glob, else LOOKS_PERSONAL */
/* The word of evidence ("service"), "" for LOOKS_PERSONAL, and its title for people. */
const char *id_look_word(enum id_look look);
enum message_id id_look_title(enum id_look look);

/* Is it a hash of 32 hexadecimal digits, as reports write in the place of a name that they hide? */
bool id_is_concealed(struct span user_id);

#endif
