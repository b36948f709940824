/*
 * Kana as readings are compared: registers print ショウ as シヨウ, because older systems had no
 * small kana. ヅ and ズ, ヂ and ジ are different letters and stay apart.
 */
#include "kana.h"

#include <stddef.h>

/* The small katakana and what they are large. */
static const struct {
    int32_t small, large;
} sizes[] = {
    {0x30A1, 0x30A2},  /* ァ */
    {0x30A3, 0x30A4},  /* ィ */
    {0x30A5, 0x30A6},  /* ゥ */
    {0x30A7, 0x30A8},  /* ェ */
    {0x30A9, 0x30AA},  /* ォ */
    {0x30C3, 0x30C4},  /* ッ */
    {0x30E3, 0x30E4},  /* ャ */
    {0x30E5, 0x30E6},  /* ュ */
    {0x30E7, 0x30E8},  /* ョ */
    {0x30EE, 0x30EF},  /* ヮ */
    {0x30F5, 0x30AB},  /* ヵ */
    {0x30F6, 0x30B1},  /* ヶ */
    {0x31F0, 0x30AF},  /* ㇰ */
    {0x31F1, 0x30B7},  /* ㇱ */
    {0x31F2, 0x30B9},  /* ㇲ */
    {0x31F3, 0x30C8},  /* ㇳ */
    {0x31F4, 0x30CC},  /* ㇴ */
    {0x31F5, 0x30CF},  /* ㇵ */
    {0x31F6, 0x30D2},  /* ㇶ */
    {0x31F7, 0x30D5},  /* ㇷ */
    {0x31F8, 0x30D8},  /* ㇸ */
    {0x31F9, 0x30DB},  /* ㇹ */
    {0x31FA, 0x30E0},  /* ㇺ */
    {0x31FB, 0x30E9},  /* ㇻ */
    {0x31FC, 0x30EA},  /* ㇼ */
    {0x31FD, 0x30EB},  /* ㇽ */
    {0x31FE, 0x30EC},  /* ㇾ */
    {0x31FF, 0x30ED},  /* ㇿ */
    {0x1B150, 0x30F0}, /* small ゐ ゑ を, ヰ ヱ ヲ ン: supplementary plane */
    {0x1B151, 0x30F1}, {0x1B152, 0x30F2}, {0x1B164, 0x30F0},
    {0x1B165, 0x30F1}, {0x1B166, 0x30F2}, {0x1B167, 0x30F3},
};

int32_t kana_large_katakana(int32_t c) {
    if ((c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E)
        c += 0x60;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        if (sizes[i].small == c)
            return sizes[i].large;
    }
    return c;
}
