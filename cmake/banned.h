/*
 * Calls that do not compile here: they overflow, keep state between calls, hide errors, or ask the
 * locale or the time zone, on which no result may depend. Included ahead of every source of the
 * program (tenko_room in cmake/Rooms.cmake).
 */
#ifndef TENKO_BANNED_H
#define TENKO_BANNED_H

#include <ctype.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

/* Its headers use strncpy in macros. */
#ifdef TENKO_XLSXWRITER
#include <xlsxwriter.h>
#endif

#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf gets strtok strerror
#pragma GCC poison atoi atol atoll atof strcoll strxfrm setlocale
#pragma GCC poison localtime gmtime ctime asctime
#pragma GCC poison popen tmpnam tempnam mktemp

#endif
