/* Who acts, and when: what auditors ask of a list, a decision and a purge. */
#ifndef CLI_ACTOR_H
#define CLI_ACTOR_H

#include <stddef.h>
#include <stdint.h>

/* The account of the operating system that runs us, written into `room`, which is returned. */
const char *user_name(char *room, size_t size);
/* "2026-03-31T09:00:00+09:00": local time with its offset; `seconds` since 1970. */
void local_moment(int64_t seconds, char out[40]);

#endif
