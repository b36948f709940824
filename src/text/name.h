/* Names as folded words (FOLD_NAME_WORDS), for the keys made of them. Private to the text room. */
#ifndef TEXT_NAME_H
#define TEXT_NAME_H

#include "tenko/strbuf.h"

#include <stdint.h>

/* The words of a name, folded, without remarks, honorifics and titles; one space between words,
 * and never empty where the text has a letter. */
void name_words(struct span text, struct strbuf *out);

/* 様, さん and the like off the end of a name, and the signs before them. */
void drop_honorifics(struct strbuf *words);
bool is_title(struct span word); /* mr, dr */

/* How a bracket changes the depth: 1, −1, or 0 for anything else. NFKC has made （ a (. */
int bracket_step(int32_t c);

/* Nothing but Latin letters, digits and signs, and at least one letter. */
bool is_latin(struct span words);

/* Cuts the next word off a text whose words stand apart by spaces and signs; false at the end. */
bool next_word(struct span *words, struct span *word);

/* ring.c: where ring[0…n) must be cut to read smallest; and the ring cut there. */
size_t ring_least_start(const char *ring, size_t n);
void ring_turn(char *ring, size_t n, size_t start);

/* name_key.c, romaji.c: FOLD_NAME and FOLD_ROMAJI of `text`, behind what *out holds. */
void name_key(struct span text, struct strbuf *out);
void romaji_key(struct span text, struct strbuf *out);

#endif
