/* The name of a list by its file. */
#ifndef TENKO_CLI_INIT_NAME_H
#define TENKO_CLI_INIT_NAME_H

/*
 * "systems/02_税務システム_利用者一覧_R80331.csv" → "税務システム": without the day, the version
 * and the word for a list, for the next file of the same system has another day, and the ledger
 * knows a system by its name. Where nothing else would be left, they stay. free() it.
 */
char *init_name_of(const char *path);

#endif
