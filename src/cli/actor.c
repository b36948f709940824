#include "actor.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

const char *user_name(char *room, size_t size) {
    struct passwd entry, *found = NULL;
    char text[4096];
    if (getpwuid_r(geteuid(), &entry, text, sizeof text, &found) == 0 && found)
        snprintf(room, size, "%s", found->pw_name);
    else
        snprintf(room, size, "uid %u", (unsigned)geteuid());
    return room;
}

void local_moment(int64_t seconds, char out[40]) {
    time_t now = (time_t)seconds;
    struct tm local;
    char when[32] = "";
    long minutes = 0;
    if (localtime_r(&now, &local)) {
        strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%S", &local);
        minutes = local.tm_gmtoff / 60;
    }
    snprintf(out, 40, "%s%c%02ld:%02ld", when, minutes < 0 ? '-' : '+', labs(minutes) / 60 % 100,
             labs(minutes) % 60);
}
