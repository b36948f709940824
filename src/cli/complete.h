/* `tenko complete WORD…`: what the last word may become, for the shells' completion. */
#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H

#include "cli.h"

/*
 * The words are those behind `tenko`, up to the one that is being typed (which may be empty). Each
 * line on standard output is a word and, behind a tab, what it means; ":files" and ":dirs" ask the
 * shell for names of files and folders. Nothing is said of what is wrong.
 */
void complete(struct cli *cli, int count, char *const *words);

#endif
