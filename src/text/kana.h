/* Kana by code point. Private to the text room. */
#ifndef TEXT_KANA_H
#define TEXT_KANA_H

#include <stdint.h>

/* Hiragana → katakana, small → large (ョ → ヨ); anything else is itself. */
int32_t kana_large_katakana(int32_t c);

#endif
