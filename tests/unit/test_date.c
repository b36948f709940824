/* Dates: a row for every form that real files hold. */
#include "suite.h"
#include "tenko/date.h"
#include "tenko/zone.h"

#include <check.h>
#include <stdio.h>
#include <time.h>

static const char *const result_names[] = {"READ",      "EMPTY",        "OUT_OF_ERA", "IMPOSSIBLE",
                                           "AMBIGUOUS", "TWO_DIGITS",   "NO_YEAR",    "EPOCH_CODE",
                                           "ERA_CODE",  "CENTURY_CODE", "UNREADABLE"};

static const struct date_style plain = {.two_digit_from = 0};
static const struct date_style day_first = {.order = DATE_ORDER_DMY};
static const struct date_style month_first = {.order = DATE_ORDER_MDY};
static const struct date_style dots_day_first = {.dot_order = DATE_ORDER_DMY};
static const struct date_style from_1950 = {.two_digit_from = 1950};
static const struct date_style day_first_1950 = {.order = DATE_ORDER_DMY, .two_digit_from = 1950};
static const struct date_style month_first_1950 = {.order = DATE_ORDER_MDY, .two_digit_from = 1950};
static const struct date_style open_1950 = {.two_digit_from = 1950, .is_open = true};
static const struct date_style epoch = {.code = DATE_CODE_EPOCH};
static const struct date_style era_codes = {.code = DATE_CODE_ERA};
static const struct date_style centuries = {.code = DATE_CODE_CENTURY};
static const struct date_style unix_days = {.code = DATE_CODE_DAYS};
static const struct date_style unix_end = {.code = DATE_CODE_DAYS, .is_end = true};
static const struct date_style midnight_end = {.is_end = true, .is_midnight_end = true};

static void assert_date(const char *text, const struct date_style *style, enum date_result result,
                        const char *day) {
    date d = 4711;
    char got[11];
    enum date_result r = date_parse(span_of(text), style, &d);
    date_format(d, got);
    ck_assert_msg(r == result && strcmp(got, day) == 0, "\"%s\" is %s %s, not %s %s", text,
                  result_names[r], got, result_names[result], day);
    ck_assert((d == DATE_NONE) == (r != DATE_READ && r != DATE_OUT_OF_ERA));
}

static const struct {
    const char *text, *day;
} readable[] = {
    /* ISO, slashes, dots, yyyymmdd; with and without a time */
    {"2024-04-01", "2024-04-01"},
    {"2024/04/01", "2024-04-01"},
    {"2024.04.01", "2024-04-01"},
    {"2024/4/1", "2024-04-01"},
    {"2024-4-1", "2024-04-01"},
    {" 2024-04-01 ", "2024-04-01"},
    {"2024/ 4/ 1", "2024-04-01"},
    {"２０２４／０４／０１", "2024-04-01"},
    {"２０２４－４－１", "2024-04-01"},
    {"2024−04−01", "2024-04-01"},
    {"2024・4・1", "2024-04-01"},
    {"20240401", "2024-04-01"},
    {"２０２４０４０１", "2024-04-01"},
    {"20240401103000", "2024-04-01"},
    {"202404011030", "2024-04-01"},
    {"20240401103000Z", "2024-04-01"},
    {"20240401103000.0Z", "2024-04-01"},
    {"20240401103000+0900", "2024-04-01"},
    {"20240401T103000Z", "2024-04-01"},
    {"20240401 10:30", "2024-04-01"},
    {"20240401 103000", "2024-04-01"},
    {"20240401-103000", "2024-04-01"},
    {"20240401_1030", "2024-04-01"},
    {"20240401 103000+0900", "2024-04-01"},
    {"2024. 4. 1.", "2024-04-01"},
    {"2024. 4. 1. 23:59", "2024-04-01"},
    {"2024/4/1 11:59 p. m.", "2024-04-01"},
    {"2024-04-01T00:00:00+00:00", "2024-04-01"},
    {"2024-04-01T23:59:59Z", "2024-04-01"},
    {"2024-04-01T23:59:59.123456789Z", "2024-04-01"},
    {"2024-04-01T23:59:59-08:00", "2024-04-01"},
    {"2024-04-01T1030", "2024-04-01"},
    {"2024-04-01 23:59:59", "2024-04-01"},
    {"2024-04-01 23:59:59+09", "2024-04-01"},
    {"2024-04-01 23:59:59 UTC", "2024-04-01"},
    {"2024-04-01 23:59:59 +0900 (JST)", "2024-04-01"},
    {"2024-04-01Z", "2024-04-01"},
    {"2024-04-01+09:00", "2024-04-01"},
    {"2024/4/1 9:05", "2024-04-01"},
    {"2024/04/01 0:00:00", "2024-04-01"},
    {"2024/4/1 午後 3:05", "2024-04-01"},
    {"2024/4/1 3:05 PM", "2024-04-01"},
    {"2024/4/1 15時05分", "2024-04-01"},
    {"2024/04/01(月)", "2024-04-01"},
    {"2024/04/01（月） 10:00", "2024-04-01"},
    {"2024-02-29", "2024-02-29"},
    {"2000-02-29", "2000-02-29"},
    {"1945-08-15", "1945-08-15"},
    {"\xEF\xBB\xBF"
     "2024-04-01",
     "2024-04-01"},
    {"2024\xE2\x80\x8B-04-01", "2024-04-01"},
    /* Japanese */
    {"2024年4月1日", "2024-04-01"},
    {"2024年04月01日", "2024-04-01"},
    {"２０２４年４月１日", "2024-04-01"},
    {"2024年 4月 1日", "2024-04-01"},
    {"2024年4月1日(月)", "2024-04-01"},
    {"2024年4月1日（月曜日）", "2024-04-01"},
    {"2024年4月1日 月曜日 10:00", "2024-04-01"},
    {"2024年4月1日 10時30分00秒", "2024-04-01"},
    {"西暦2024年4月1日", "2024-04-01"},
    {"二〇二四年四月一日", "2024-04-01"},
    /* eras */
    {"令和6年3月31日", "2024-03-31"},
    {"令和６年３月３１日", "2024-03-31"},
    {"令和 6年 3月31日", "2024-03-31"},
    {"令和06年03月31日", "2024-03-31"},
    {"令和6年3月31日(日)", "2024-03-31"},
    {"令和6年3月31日 17:15", "2024-03-31"},
    {"令和六年三月三十一日", "2024-03-31"},
    {"R6.3.31", "2024-03-31"},
    {"r6.3.31", "2024-03-31"},
    {"Ｒ６．３．３１", "2024-03-31"},
    {"R06.03.31", "2024-03-31"},
    {"R 6. 3.31", "2024-03-31"},
    {"R.6.3.31", "2024-03-31"},
    {"R6/3/31", "2024-03-31"},
    {"R6-3-31", "2024-03-31"},
    {"R6年3月31日", "2024-03-31"},
    {"R060331", "2024-03-31"},
    {"令6.3.31", "2024-03-31"},
    {"令６・３・３１", "2024-03-31"},
    {"㋿6年3月31日", "2024-03-31"},
    {"㋿6.3.31", "2024-03-31"},
    {"㍻31年4月30日", "2019-04-30"},
    {"㍼64年1月7日", "1989-01-07"},
    {"S63/4/1", "1988-04-01"},
    {"S63.4.1", "1988-04-01"},
    {"昭63.4.1", "1988-04-01"},
    {"H31.4.30", "2019-04-30"},
    {"H1.1.8", "1989-01-08"},
    {"T15.12.25", "1926-12-25"},
    {"M45.7.30", "1912-07-30"},
    {"大正元年7月30日", "1912-07-30"},
    {"明治33年1月2日", "1900-01-02"},
    {"昭和64年1月7日", "1989-01-07"},
    {"昭和元年12月25日", "1926-12-25"},
    {"平成元年1月8日", "1989-01-08"},
    {"平成31年4月30日", "2019-04-30"},
    {"令和元年5月1日", "2019-05-01"},
    {"R元.5.1", "2019-05-01"},
    {"R元年5月1日", "2019-05-01"},
    {"令和6年2月29日", "2024-02-29"},
    /* English */
    {"28 Apr 2024", "2024-04-28"},
    {"28 April 2024", "2024-04-28"},
    {"28-Apr-2024", "2024-04-28"},
    {"28/Apr/2024", "2024-04-28"},
    {"28-APR-2024 10:00:00", "2024-04-28"},
    {"Apr 28, 2024", "2024-04-28"},
    {"April 28, 2024", "2024-04-28"},
    {"April 28th, 2024", "2024-04-28"},
    {"Apr. 28, 2024", "2024-04-28"},
    {"Sept 1, 2024", "2024-09-01"},
    {"May 1 2024", "2024-05-01"},
    {"March 3, 2024", "2024-03-03"},
    {"Apr 28, 2024 3:05 PM", "2024-04-28"},
    {"2024-Apr-28", "2024-04-28"},
    {"Sun, 28 Apr 2024 10:00:00 +0900", "2024-04-28"},
    {"Sunday, April 28, 2024", "2024-04-28"},
    {"Sun Apr 28 10:00:00 2024", "2024-04-28"},
    {"Mon Apr  1 10:00:00 JST 2024", "2024-04-01"},
    {"Mon Apr  1 10:00:00 +0900 2024", "2024-04-01"},
    {"Mar 30 2026  8:15AM", "2026-03-30"},
    {"Mar 30 2026 12:00:00:000AM", "2026-03-30"},
    {"March 28, 2026 3:05 p.m.", "2026-03-28"},
    {"Mon Mar 30 2026 08:15:00 GMT+0900 (日本標準時)", "2026-03-30"},
    {"30/Mar/2026:08:15:00 +0900", "2026-03-30"},
    {"30-MAR-2026 08.15.00.000000 AM", "2026-03-30"},
    {"'2026-03-30", "2026-03-30"},
    {"'R8.3.30", "2026-03-30"},
    /* a day of the week in front */
    {"(火) 2026/03/31", "2026-03-31"},
    {"火曜日 2026年3月31日", "2026-03-31"},
    {"Tue 2026-03-31 08:15:00 JST", "2026-03-31"},
    {"Tuesday, 2026/3/31", "2026-03-31"},
    {"(火)令和8年3月31日", "2026-03-31"},
    /* times of day */
    {"2026年3月31日(火) 8時15分", "2026-03-31"},
    {"2026年3月29日 午後3時5分", "2026-03-29"},
    {"2026/03/30 午前 8:15:00", "2026-03-30"},
    {"2026-03-31 00:00:00.000", "2026-03-31"},
    {"2026-03-30-08.15.00.000000", "2026-03-30"},
    {"2026-03-30T08:15:00+09:00[Asia/Tokyo]", "2026-03-30"},
    {"2026-03-30 08:15:00 EST", "2026-03-30"},
    {"20260330081500123", "2026-03-30"},
    /* 100 ns since 1601, and since year 1 */
    {"134193321000000000", "2026-03-30"},
    {"639104553000000000", "2026-03-30"},
    /* the year last, and only one order possible */
    {"31/3/2024", "2024-03-31"},
    {"3/31/2024", "2024-03-31"},
    {"31.03.2024", "2024-03-31"},
    {"4/4/2024", "2024-04-04"},
    {"3/31/2024 5:15:00 PM", "2024-03-31"},
    /* Excel serials */
    {"45382", "2024-03-31"},
    {"45383", "2024-04-01"},
    {"46112", "2026-03-31"},
    {"45382.5", "2024-03-31"},
    {"45382.999988", "2024-03-31"},
    {"４５３８２", "2024-03-31"},
    {"2", "1900-01-02"},
    {"59", "1900-02-28"},
    {"61", "1900-03-01"},
    {"61.5", "1900-03-01"},
    {"401768", "2999-12-31"},
    {"2999-12-31", "2999-12-31"},
    {"2099/12/31", "2099-12-31"},
    /* six digits that are no day of two-digit year and no month of a year */
    {"240001", "2557-02-04"},
    {"241200", "2560-05-18"},
    {"241232", "2560-06-19"},
    {"202400", "2454-02-23"},
    {"202413", "2454-03-08"},
    {"2101", "1905-10-01"},
    {"2101.5", "1905-10-01"},
    {"13.13", "1900-01-13"},
    {"3.123", "1900-01-03"},
    /* signs and spaces of every kind */
    {"2024·4·1", "2024-04-01"},
    {"2024⁄4⁄1", "2024-04-01"},
    {"2024∕4∕1", "2024-04-01"},
    {"　2024年　　4月1日", "2024-04-01"},
    {"2024-04-01\t10:00", "2024-04-01"},
    {"\x01"
     "2024-04-01\x7F",
     "2024-04-01"},
    {"' 45382", "2024-03-31"},
    {"' 20240331", "2024-03-31"},
    {"28.Apr.2024", "2024-04-28"},
    {"1st April 2024", "2024-04-01"},
    {"2nd April 2024", "2024-04-02"},
    {"3rd April 2024", "2024-04-03"},
    {"令和六年十月一日", "2024-10-01"},
    {"令和六年一〇月一日", "2024-10-01"},
    {"2024年4月1日 10時", "2024-04-01"},
    {"2024-04-01 at 10:00", "2024-04-01"},
    {"2024/4/1 3:05 a.m.", "2024-04-01"},
    {"2024-04-01 10:30:00,123 JST", "2024-04-01"},
    {"20240401103000,5", "2024-04-01"},
    {"2024-04-01 15:05 PM", "2024-04-01"},
    {"2024-04-01 10:00:00 +0900 [Asia/Tokyo", "2024-04-01"},
};

START_TEST(every_form_is_read) {
    for (size_t i = 0; i < sizeof readable / sizeof *readable; i++)
        assert_date(readable[i].text, &plain, DATE_READ, readable[i].day);
}
END_TEST

static const char *const none[] = {
    "",
    " ",
    "　",
    "-",
    "--",
    "－",
    "ー",
    "―",
    "—",
    "‐",
    "/  /",
    "    /  /  ",
    "なし",
    "無し",
    "無",
    "未使用",
    "未ログイン",
    "未設定",
    "無期限",
    "期限なし",
    "データなし",
    "ﾃﾞｰﾀなし",
    "　年　月　日",
    "Never",
    "never",
    "Never logged in",
    "NEVER LOGGED IN",
    "Never accessed",
    "Never expires",
    "N/A",
    "n/a",
    "NA",
    "N.A.",
    "NaT",
    "nan",
    "\\N",
    "infinity",
    "-infinity",
    "-1",
    "**Never logged in**",
    "<never>",
    "[null]",
    "一度もログインしていません。",
    "0000000",
    "9999999",
    "00.00.0000",
    "31.12.9999",
    "  /  /     :  :  ",
    "9999-12-31 23:59:59.997",
    "9999-12-31T15:00:00Z",
    "1600-12-31 16:00:00",
    "12/31/1600 4:00:00 PM",
    "1601/01/01 9:00:00",
    "1601-01-01",
    "1752-12-31 19:00",
    "1753-01-01",
    "1899-12-30 00:00",
    "1899-12-31",
    "1900-01-01",
    "1900/1/1 0:00",
    "明治33年1月1日",
    "1",
    "1969-12-31",
    "1969-12-31 19:00:00",
    "31-DEC-1969",
    "1970-01-01",
    "1970/01/01 9:00",
    "1970-01-01T00:00:00.000Z",
    "1 Jan 1970 09:00 JST",
    "昭和45年1月1日",
    "R00.00.00",
    "null",
    "NULL",
    "(null)",
    "None",
    "(none)",
    "not set",
    "9999-12-31",
    "9999/12/31",
    "9999.12.31",
    "99991231",
    "9999-12-31T23:59:59Z",
    "9999/12/31 0:00:00",
    "99991231235959",
    "9999年12月31日",
    "9999-99-99",
    "99999999",
    "31/12/9999",
    "12/31/9999",
    "31 Dec 9999",
    "0000-00-00",
    "0000/00/00",
    "0000-00-00 00:00:00",
    "00000000",
    "00000000000000",
    "0",
    "00",
    "0.0",
    "００００－００－００",
    "0001-01-01",
    "0001-01-01T00:00:00Z",
    "1/1/0001 12:00:00 AM",
    "1900-01-00",
    "1900/1/0",
    "1/0/1900",
    "1899-12-30",
    "1601-01-01T00:00:00Z",
    "2958465",
    "9223372036854775807",
    "00/00/00",
    ". .",
    "1/2/9999",
};

START_TEST(words_for_none_are_empty) {
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_date(none[i], &plain, DATE_EMPTY, "");
}
END_TEST

static const struct {
    const char *text;
    const struct date_style *style;
    enum date_result result;
    const char *day;
} others[] = {
    /* read, but the era had ended or not begun */
    {"平成31年5月1日", &plain, DATE_OUT_OF_ERA, "2019-05-01"},
    {"H31.5.1", &plain, DATE_OUT_OF_ERA, "2019-05-01"},
    {"平成36年3月31日", &plain, DATE_OUT_OF_ERA, "2024-03-31"},
    {"令和元年4月30日", &plain, DATE_OUT_OF_ERA, "2019-04-30"},
    {"昭和64年1月8日", &plain, DATE_OUT_OF_ERA, "1989-01-08"},
    {"平成元年1月7日", &plain, DATE_OUT_OF_ERA, "1989-01-07"},
    {"昭和99年4月1日", &plain, DATE_OUT_OF_ERA, "2024-04-01"},
    {"昭和元年12月24日", &plain, DATE_OUT_OF_ERA, "1926-12-24"},
    {"大正15年12月26日", &plain, DATE_OUT_OF_ERA, "1926-12-26"},
    /* no such day */
    {"R7.2.29", &plain, DATE_IMPOSSIBLE, ""},
    {"令和7年2月29日", &plain, DATE_IMPOSSIBLE, ""},
    {"H31.2.29", &plain, DATE_IMPOSSIBLE, ""},
    {"令和0年1月1日", &plain, DATE_IMPOSSIBLE, ""},
    {"R6.13.1", &plain, DATE_IMPOSSIBLE, ""},
    {"2025-02-29", &plain, DATE_IMPOSSIBLE, ""},
    {"1900-02-29", &plain, DATE_IMPOSSIBLE, ""},
    {"2024-04-31", &plain, DATE_IMPOSSIBLE, ""},
    {"2024/13/01", &plain, DATE_IMPOSSIBLE, ""},
    {"2024-00-00", &plain, DATE_IMPOSSIBLE, ""},
    {"20240431", &plain, DATE_IMPOSSIBLE, ""},
    {"2024年2月30日", &plain, DATE_IMPOSSIBLE, ""},
    {"31 Jun 2024", &plain, DATE_IMPOSSIBLE, ""},
    {"60", &plain, DATE_IMPOSSIBLE, ""},
    {"13/13/2024", &plain, DATE_IMPOSSIBLE, ""},
    {"明治33年1月0日", &plain, DATE_IMPOSSIBLE, ""},
    {"3/31/2024", &day_first, DATE_IMPOSSIBLE, ""},
    {"31/3/2024", &month_first, DATE_IMPOSSIBLE, ""},
    /* day or month first: the column decides */
    {"3/4/2025", &plain, DATE_AMBIGUOUS, ""},
    {"03-04-2025", &plain, DATE_AMBIGUOUS, ""},
    {"3/4/2025 10:00", &plain, DATE_AMBIGUOUS, ""},
    {"3/4/2025", &day_first, DATE_READ, "2025-04-03"},
    {"3/4/2025", &month_first, DATE_READ, "2025-03-04"},
    {"2025-03-04", &day_first, DATE_READ, "2025-03-04"},
    {"05.01.2026", &plain, DATE_AMBIGUOUS, ""},
    {"05.01.2026", &month_first, DATE_AMBIGUOUS, ""},
    {"05.01.2026", &dots_day_first, DATE_READ, "2026-01-05"},
    {"03/04/2025", &dots_day_first, DATE_AMBIGUOUS, ""},
    /* numbers that are dates where the whole column is such */
    {"1711929600", &epoch, DATE_READ, "2024-04-01"},
    {"1774833300000", &epoch, DATE_READ, "2026-03-30"},
    {"1774833300000000", &epoch, DATE_READ, "2026-03-30"},
    {"1774833300.25", &epoch, DATE_READ, "2026-03-30"},
    {"946684800", &epoch, DATE_READ, "2000-01-01"},
    {"977184000000", &epoch, DATE_READ, "2000-12-19"},
    {"1774833300", &plain, DATE_EPOCH_CODE, ""},
    {"1774833300000", &era_codes, DATE_EPOCH_CODE, ""},
    {"1774833300.25", &plain, DATE_EPOCH_CODE, ""},
    {"5000000000", &epoch, DATE_UNREADABLE, ""},
    {"5080315", &era_codes, DATE_READ, "2026-03-15"},
    {"５０８０３１５", &era_codes, DATE_READ, "2026-03-15"},
    {"4270401", &era_codes, DATE_READ, "2015-04-01"},
    {"3620401", &era_codes, DATE_READ, "1987-04-01"},
    {"4310501", &era_codes, DATE_OUT_OF_ERA, "2019-05-01"},
    {"5070229", &era_codes, DATE_IMPOSSIBLE, ""},
    {"5080315", &plain, DATE_ERA_CODE, ""},
    {"5081315", &era_codes, DATE_UNREADABLE, ""},
    {"2080315", &era_codes, DATE_UNREADABLE, ""},
    /* IBM i: hundreds of years behind 1900, yy, mm, dd */
    {"1260331", &centuries, DATE_READ, "2026-03-31"},
    {"0991231", &centuries, DATE_READ, "1999-12-31"},
    {"1260229", &centuries, DATE_IMPOSSIBLE, ""},
    {"1261331", &centuries, DATE_UNREADABLE, ""},
    {"0000000", &centuries, DATE_EMPTY, ""},
    {"9999999", &centuries, DATE_EMPTY, ""},
    {"1260331", &plain, DATE_CENTURY_CODE, ""},
    {"1260331", &era_codes, DATE_CENTURY_CODE, ""},
    {"5080315", &centuries, DATE_ERA_CODE, ""},
    /* days since 1970; shadowExpire is the first day off, and 1 locks by habit */
    {"20543", &unix_days, DATE_READ, "2026-03-31"},
    {"20543", &unix_end, DATE_READ, "2026-03-30"},
    {"1", &unix_end, DATE_READ, "1970-01-02"},
    {"0", &unix_days, DATE_EMPTY, ""},
    {"-1", &unix_end, DATE_EMPTY, ""},
    {"2026-03-31", &unix_end, DATE_READ, "2026-03-31"},
    /* Active Directory's accountExpires: the instant from which it is off */
    {"2026/04/01 0:00:00", &midnight_end, DATE_READ, "2026-03-31"},
    {"4/1/2026 12:00:00 AM", &midnight_end, DATE_AMBIGUOUS, ""},
    {"4/15/2026 12:00:00 AM", &midnight_end, DATE_READ, "2026-04-14"},
    {"2026/04/01 18:00:00", &midnight_end, DATE_READ, "2026-04-01"},
    {"2026-03-31T24:00:00", &midnight_end, DATE_READ, "2026-03-31"},
    {"2026/04/01", &midnight_end, DATE_READ, "2026-04-01"},
    {"1601/01/01 0:00:00", &midnight_end, DATE_EMPTY, ""},
    /* weeks and days of the year of ISO 8601 */
    {"2026-W14-2", &plain, DATE_READ, "2026-03-31"},
    {"2026W142", &plain, DATE_READ, "2026-03-31"},
    {"2026-W01-1", &plain, DATE_READ, "2025-12-29"},
    {"2026-W53-7", &plain, DATE_READ, "2027-01-03"},
    {"2025-W53-1", &plain, DATE_IMPOSSIBLE, ""},
    {"2026-W00-1", &plain, DATE_IMPOSSIBLE, ""},
    {"2026-W14-8", &plain, DATE_IMPOSSIBLE, ""},
    {"2026-W14", &plain, DATE_UNREADABLE, ""},
    {"2026W14", &plain, DATE_UNREADABLE, ""},
    {"2026-090", &plain, DATE_READ, "2026-03-31"},
    {"2026-090T23:59:59", &plain, DATE_READ, "2026-03-31"},
    {"2024-366", &plain, DATE_READ, "2024-12-31"},
    {"2026-366", &plain, DATE_IMPOSSIBLE, ""},
    {"2026-000", &plain, DATE_IMPOSSIBLE, ""},
    {"2026/090", &plain, DATE_UNREADABLE, ""},
    {"5080-315", &plain, DATE_UNREADABLE, ""},
    /* JSON of .NET, scripts */
    {"/Date(1774969199000)/", &plain, DATE_READ, "2026-03-31"},
    {"\\/Date(1774969199000)\\/", &plain, DATE_READ, "2026-03-31"},
    {"/Date(1774969199000+0900)/", &plain, DATE_READ, "2026-03-31"},
    {"new Date(1774969199000)", &plain, DATE_READ, "2026-03-31"},
    {"/Date(-62135596800000)/", &plain, DATE_EMPTY, ""},
    {"/Date(-157766400000)/", &plain, DATE_READ, "1965-01-01"},
    {"/Date(0)/", &plain, DATE_EMPTY, ""},
    {"/Date(253402300799999)/", &plain, DATE_EMPTY, ""},
    {"/Date(1774969199000", &plain, DATE_UNREADABLE, ""},
    {"/Date()/", &plain, DATE_UNREADABLE, ""},
    {"/Date(17749691990000000000)/", &plain, DATE_UNREADABLE, ""},
    /* two-digit years need a setting */
    {"24/04/01", &plain, DATE_TWO_DIGITS, ""},
    {"6.3.31", &plain, DATE_TWO_DIGITS, ""},
    {"24年4月1日", &plain, DATE_TWO_DIGITS, ""},
    {"240401", &plain, DATE_TWO_DIGITS, ""},
    {"28-Apr-24", &plain, DATE_TWO_DIGITS, ""},
    {"24/04/01", &from_1950, DATE_READ, "2024-04-01"},
    {"49/12/31", &from_1950, DATE_READ, "2049-12-31"},
    {"50/01/01", &from_1950, DATE_READ, "1950-01-01"},
    {"99/12/31", &from_1950, DATE_READ, "1999-12-31"},
    {"240401", &from_1950, DATE_READ, "2024-04-01"},
    {"28-Apr-24", &from_1950, DATE_READ, "2024-04-28"},
    {"24年4月1日", &from_1950, DATE_READ, "2024-04-01"},
    {"6.3.31", &from_1950, DATE_TWO_DIGITS, ""},
    {"01/04/24", &day_first_1950, DATE_READ, "2024-04-01"},
    {"25/02/29", &from_1950, DATE_IMPOSSIBLE, ""},
    /* what Excel made of 1-2 */
    {"1月2日", &plain, DATE_NO_YEAR, ""},
    {"１月２日", &plain, DATE_NO_YEAR, ""},
    {"3/31", &plain, DATE_NO_YEAR, ""},
    {"3.31", &plain, DATE_NO_YEAR, ""},
    {"2-Jan", &plain, DATE_NO_YEAR, ""},
    {"Jan 2", &plain, DATE_NO_YEAR, ""},
    /* anything else is reported, not guessed */
    {"1.23457E+05", &plain, DATE_UNREADABLE, ""},
    {"2024", &plain, DATE_UNREADABLE, ""},
    {"2024/04", &plain, DATE_UNREADABLE, ""},
    {"2024年4月", &plain, DATE_UNREADABLE, ""},
    {"202404", &plain, DATE_UNREADABLE, ""},
    {"令和6年3月", &plain, DATE_UNREADABLE, ""},
    {"令和年3月31日", &plain, DATE_UNREADABLE, ""},
    {"2024-04/01", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 25:00", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 10:60", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 10:30:61", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 1o:30:00", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01T10:30:00X", &plain, DATE_UNREADABLE, ""},
    {"2024-02-30 10:30:00", &plain, DATE_IMPOSSIBLE, ""},
    {"2O24-04-01", &plain, DATE_UNREADABLE, ""},
    {"2024-04/01", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01x", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 退職", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01-05", &plain, DATE_UNREADABLE, ""},
    {"10:30", &plain, DATE_UNREADABLE, ""},
    {"不明", &plain, DATE_UNREADABLE, ""},
    {"#N/A", &plain, DATE_UNREADABLE, ""},
    {"-5", &plain, DATE_UNREADABLE, ""},
    {"45,382", &plain, DATE_UNREADABLE, ""},
    {"045382", &plain, DATE_UNREADABLE, ""},
    {"333563456000000000", &plain, DATE_UNREADABLE, ""},
    {"2026/03/28 下午 03:05", &plain, DATE_UNREADABLE, ""},
    {"2026-03-28 03:05 XYZ", &plain, DATE_UNREADABLE, ""},
    {"3 days ago", &plain, DATE_UNREADABLE, ""},
    {"no_information", &plain, DATE_UNREADABLE, ""},
    {"not_supported", &plain, DATE_UNREADABLE, ""},
    {"System.DateTime", &plain, DATE_UNREADABLE, ""},
    {"5f4dcc3b5aa765d61d8327deb882cf99", &plain, DATE_UNREADABLE, ""},
    {"5-061231", &era_codes, DATE_UNREADABLE, ""},
    {"0024-04-01", &plain, DATE_UNREADABLE, ""},
    {"Apr 2024", &plain, DATE_UNREADABLE, ""},
    {"Smarch 1, 2024", &plain, DATE_UNREADABLE, ""},
    {"明日", &plain, DATE_UNREADABLE, ""},
    {"\xFF\xFE", &plain, DATE_UNREADABLE, ""},
    /* parts too long, too short, missing, or behind what is whole */
    {"西2024年4月1日", &plain, DATE_UNREADABLE, ""},
    {"12345 Apr", &plain, DATE_UNREADABLE, ""},
    {"5日", &plain, DATE_UNREADABLE, ""},
    {"二〇二四", &plain, DATE_UNREADABLE, ""},
    {"20240401253000", &plain, DATE_UNREADABLE, ""},
    {"20240401236000", &plain, DATE_UNREADABLE, ""},
    {"20240401235961", &plain, DATE_UNREADABLE, ""},
    {"0123456789", &plain, DATE_UNREADABLE, ""},
    {"1774833300x", &plain, DATE_UNREADABLE, ""},
    {"1234567890123456789", &plain, DATE_UNREADABLE, ""},
    {"134193321000000000 x", &plain, DATE_UNREADABLE, ""},
    {"20240401x", &plain, DATE_UNREADABLE, ""},
    {"0123", &plain, DATE_UNREADABLE, ""},
    {"1234567", &plain, DATE_UNREADABLE, ""},
    {"401769", &plain, DATE_UNREADABLE, ""},
    {"123 Apr 2024", &plain, DATE_UNREADABLE, ""},
    {"28 Apr 024", &plain, DATE_UNREADABLE, ""},
    {"Mon Tue 28 2024 13 Apr", &plain, DATE_UNREADABLE, ""},
    {"April foo 2024", &plain, DATE_UNREADABLE, ""},
    {"April", &plain, DATE_UNREADABLE, ""},
    {"28 Apr 2024 foo", &plain, DATE_UNREADABLE, ""},
    {"Mon Apr  1 10:00:00 JST 24", &plain, DATE_UNREADABLE, ""},
    {"Mon Apr  1 10:00:00 2024 x", &plain, DATE_UNREADABLE, ""},
    {"Mayo 1 2024", &plain, DATE_UNREADABLE, ""},
    {"R6 3 1", &plain, DATE_UNREADABLE, ""},
    {"令", &plain, DATE_UNREADABLE, ""},
    {"令和6年", &plain, DATE_UNREADABLE, ""},
    {"R6.123.1", &plain, DATE_UNREADABLE, ""},
    {"R6.12", &plain, DATE_UNREADABLE, ""},
    {"R6.3x1", &plain, DATE_UNREADABLE, ""},
    {"R6.3.", &plain, DATE_UNREADABLE, ""},
    {"R6.3.123", &plain, DATE_UNREADABLE, ""},
    {"R060331x", &plain, DATE_UNREADABLE, ""},
    {"R2024.3.1", &plain, DATE_UNREADABLE, ""},
    {"1月", &plain, DATE_UNREADABLE, ""},
    {"13月40日", &plain, DATE_UNREADABLE, ""},
    {"1月2日x", &plain, DATE_UNREADABLE, ""},
    {"024年4月1日", &plain, DATE_UNREADABLE, ""},
    {"2024年一二十月1日", &plain, DATE_UNREADABLE, ""},
    {"0.5", &plain, DATE_UNREADABLE, ""},
    {"2024.5", &plain, DATE_UNREADABLE, ""},
    {"1234567.5", &plain, DATE_UNREADABLE, ""},
    {"012345.5", &plain, DATE_UNREADABLE, ""},
    {"123/4", &plain, DATE_UNREADABLE, ""},
    {"3/123", &plain, DATE_UNREADABLE, ""},
    {"13/13", &plain, DATE_UNREADABLE, ""},
    {"3/31 x", &plain, DATE_UNREADABLE, ""},
    {"0/5", &plain, DATE_UNREADABLE, ""},
    {"5/0", &plain, DATE_UNREADABLE, ""},
    {"5/32", &plain, DATE_UNREADABLE, ""},
    {"32/5", &plain, DATE_UNREADABLE, ""},
    {"2024-04-x", &plain, DATE_UNREADABLE, ""},
    {"2024-123-1", &plain, DATE_UNREADABLE, ""},
    {"2024-04-123", &plain, DATE_UNREADABLE, ""},
    {"123-4-2024", &plain, DATE_UNREADABLE, ""},
    {"1-2-123", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 10:", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 10:30:", &plain, DATE_UNREADABLE, ""},
    {"2024/4/1 午 3:05", &plain, DATE_UNREADABLE, ""},
    {"2024年4月1日 100時", &plain, DATE_UNREADABLE, ""},
    {"2024/4/1 1:100", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01T2530", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01T2360", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01T235961", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01T12345", &plain, DATE_UNREADABLE, ""},
    {"2026-03-30-25.15.00", &plain, DATE_UNREADABLE, ""},
    {"2026-03-30-08:15.00", &plain, DATE_UNREADABLE, ""},
    {"2026-03-30-08.60.00", &plain, DATE_UNREADABLE, ""},
    {"2026-03-30-08.15", &plain, DATE_UNREADABLE, ""},
    {"2026-03-30-08.15.61", &plain, DATE_UNREADABLE, ""},
    {"2024年4月1日 10時60分", &plain, DATE_UNREADABLE, ""},
    {"2024年4月1日 10時30", &plain, DATE_UNREADABLE, ""},
    {"2024年4月1日 10時30分61秒", &plain, DATE_UNREADABLE, ""},
    {"2024年4月1日 10時30分15", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 10:00 ES", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 10:00 JST日", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 10:00 +09:60", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 10:00 +:30", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 10:00 +123", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 10:00 +1600", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 10:00 +0960", &plain, DATE_UNREADABLE, ""},
    {"2024-04-01 10:00 (JST", &plain, DATE_UNREADABLE, ""},
    {"2024/04/01(月", &plain, DATE_UNREADABLE, ""},
    {"(火)", &plain, DATE_UNREADABLE, ""},
    {"6080315", &era_codes, DATE_UNREADABLE, ""},
    {"5000315", &era_codes, DATE_UNREADABLE, ""},
    {"5080015", &era_codes, DATE_UNREADABLE, ""},
    {"5080300", &era_codes, DATE_UNREADABLE, ""},
    {"5080332", &era_codes, DATE_UNREADABLE, ""},
    {"202404012530", &plain, DATE_EPOCH_CODE, ""},
    {"R0.0.1", &plain, DATE_IMPOSSIBLE, ""},
    {"R6.0.1", &plain, DATE_IMPOSSIBLE, ""},
    {"2024-00-01", &plain, DATE_IMPOSSIBLE, ""},
    {"2024-01-00", &plain, DATE_IMPOSSIBLE, ""},
    {"2024年十十月1日", &plain, DATE_UNREADABLE, ""},
    {"32/3/2024", &plain, DATE_IMPOSSIBLE, ""},
    {"13/0/2024", &plain, DATE_IMPOSSIBLE, ""},
    {"3/32/2024", &plain, DATE_IMPOSSIBLE, ""},
    {"0/13/2024", &plain, DATE_IMPOSSIBLE, ""},
    {"0/3/2024", &plain, DATE_IMPOSSIBLE, ""},
    {"3/0/2024", &plain, DATE_IMPOSSIBLE, ""},
    {"00/00/01", &plain, DATE_TWO_DIGITS, ""},
    {"04/01/24", &month_first_1950, DATE_READ, "2024-04-01"},
    /* a column whose order is still open: 3/4/25 may be any of three days */
    {"03/04/25", &open_1950, DATE_AMBIGUOUS, ""},
    {"3/04/25", &open_1950, DATE_TWO_DIGITS, ""},
};

START_TEST(the_rest_says_why) {
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_date(others[i].text, others[i].style, others[i].result, others[i].day);
}
END_TEST

/* More than a date with everything around it takes. */
START_TEST(a_long_text_is_no_date) {
    char text[200] = "2024年4月1日";
    memset(text + strlen(text), ' ', 160 - strlen(text));
    assert_date(text, &plain, DATE_READ, "2024-04-01");
    text[160] = ' ';
    assert_date(text, &plain, DATE_UNREADABLE, "");
    ck_assert_int_eq(date_order_proven_by(span_of(text)).order, DATE_ORDER_UNKNOWN);
}
END_TEST

START_TEST(a_cell_may_prove_the_order) {
    ck_assert_int_eq(date_order_proven_by(SPAN("31/3/2024")).order, DATE_ORDER_DMY);
    ck_assert_int_eq(date_order_proven_by(SPAN("3/31/2024")).order, DATE_ORDER_MDY);
    ck_assert_int_eq(date_order_proven_by(SPAN("03-31-2024 10:00")).order, DATE_ORDER_MDY);
    ck_assert_int_eq(date_order_proven_by(SPAN("３１／３／２０２４")).order, DATE_ORDER_DMY);
    ck_assert_int_eq(date_order_proven_by(SPAN("31.3.2024")).order, DATE_ORDER_DMY);
    ck_assert(date_order_proven_by(SPAN("31.3.2024")).is_by_dots);
    ck_assert(!date_order_proven_by(SPAN("31/3/2024")).is_by_dots);
    static const char *const silent[] = {"3/4/2024",  "4/4/2024",   "13/13/2024",  "2024/3/31",
                                         "",          "2024-03-31", "31/3",        "31/3/24",
                                         "31/3-2024", "99/3/2024",  "/3/2024",     "31//2024",
                                         "31",        "131/3/2024", "31/103/2024", "31/3/2024 x"};
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        ck_assert_msg(date_order_proven_by(span_of(silent[i])).order == DATE_ORDER_UNKNOWN, "%s",
                      silent[i]);
}
END_TEST

/* Against the C library, which knows the calendar on its own. */
START_TEST(civil_dates_agree_with_timegm) {
    int count = 0;
    for (date d = -719528; d <= 2932896; d += 13, count++) {
        int year, month, day;
        date_to_civil(d, &year, &month, &day);
        time_t seconds = (time_t)d * 86400;
        struct tm tm;
        gmtime_r(&seconds, &tm);
        ck_assert(tm.tm_year + 1900 == year && tm.tm_mon + 1 == month && tm.tm_mday == day);
        ck_assert_int_eq(date_from_civil(year, month, day), d);
    }
    ck_assert_int_gt(count, 280000);
}
END_TEST

START_TEST(there_are_days_that_are_none) {
    ck_assert_int_eq(date_from_civil(1970, 1, 1), 0);
    ck_assert_int_eq(date_from_civil(10000, 1, 1), DATE_NONE);
    ck_assert_int_eq(date_from_civil(-1, 1, 1), DATE_NONE);
    ck_assert_int_eq(date_from_civil(2024, 0, 1), DATE_NONE);
    ck_assert_int_eq(date_from_civil(2024, 13, 1), DATE_NONE);
    ck_assert_int_eq(date_from_civil(2024, 1, 0), DATE_NONE);
    ck_assert_int_eq(date_from_civil(2023, 2, 29), DATE_NONE);
    char text[11];
    date_format(DATE_NONE, text);
    ck_assert_str_eq(text, "");
    date_format(INT32_MAX, text);
    ck_assert_str_eq(text, "");
    date_format(date_from_civil(33, 4, 3), text);
    ck_assert_str_eq(text, "0033-04-03");
}
END_TEST

START_TEST(every_day_is_read_back) {
    char text[11];
    for (date d = date_from_civil(1970, 1, 2); d <= date_from_civil(2100, 12, 31); d++) {
        date_format(d, text);
        date back;
        ck_assert_int_eq(date_parse(span_of(text), &plain, &back), DATE_READ);
        ck_assert_int_eq(back, d);
        ck_assert_int_eq(date_of_iso(span_of(text)), d);
    }
    ck_assert_int_eq(date_of_iso(SPAN("")), DATE_NONE);
}
END_TEST

/* --- every form of a day is that day --- */

struct written {
    int year, month, day, weekday, era_year;
    char era_letter;
    const char *era;
    int64_t seconds; /* since 1970, at eight o'clock UTC */
};

static const char *const month_names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
static const char *const long_month_names[] = {"January",   "February", "March",    "April",
                                               "May",       "June",     "July",     "August",
                                               "September", "October",  "November", "December"};
static const char *const weekdays[] = {"木", "金", "土", "日", "月", "火", "水"};

static struct written written_of(date d) {
    struct written w = {.weekday = (int)(((int64_t)d % 7 + 7) % 7),
                        .seconds = (int64_t)d * 86400 + 8 * 3600};
    date_to_civil(d, &w.year, &w.month, &w.day);
    bool is_reiwa = d >= date_from_civil(2019, 5, 1), is_heisei = d >= date_from_civil(1989, 1, 8);
    w.era_letter = is_reiwa ? 'R' : is_heisei ? 'H' : 'S';
    w.era = is_reiwa ? "令和" : is_heisei ? "平成" : "昭和";
    w.era_year = w.year - (is_reiwa ? 2018 : is_heisei ? 1988 : 1925);
    return w;
}

static void read_back(const char *text, const struct date_style *style, date day) {
    char iso[11];
    date_format(day, iso);
    assert_date(text, style, DATE_READ, iso);
}

#define READ_BACK(style, ...)                                                                      \
    do {                                                                                           \
        snprintf(text, sizeof text, __VA_ARGS__);                                                  \
        read_back(text, style, d);                                                                 \
    } while (0)

static void check_numeric_forms(date d, const struct written *w) {
    char text[96];
    READ_BACK(&plain, "%d/%d/%d", w->year, w->month, w->day);
    READ_BACK(&plain, "%04d.%02d.%02d", w->year, w->month, w->day);
    READ_BACK(&plain, "%04d%02d%02d", w->year, w->month, w->day);
    READ_BACK(&plain, "%04d%02d%02d235959", w->year, w->month, w->day);
    READ_BACK(&plain, "%04d-%02d-%02d 00:00:00.000", w->year, w->month, w->day);
    READ_BACK(&plain, "%04d-%02d-%02dT23:59:59+09:00", w->year, w->month, w->day);
    READ_BACK(&plain, "%d/%d/%d 午後 11:59", w->year, w->month, w->day);
    READ_BACK(&day_first, "%d/%d/%d", w->day, w->month, w->year);
    READ_BACK(&month_first, "%d/%d/%d 12:10:00 AM", w->month, w->day, w->year);
    READ_BACK(&dots_day_first, "%02d.%02d.%d", w->day, w->month, w->year);
    READ_BACK(&plain, "%d", d + 25569);
    READ_BACK(&plain, "%d.34375", d + 25569);
    READ_BACK(&plain, "%lld", (long long)(w->seconds + INT64_C(11644473600)) * 10000000);
    if (w->seconds < 100000000)
        return;
    READ_BACK(&epoch, "%lld", (long long)w->seconds);
    if (w->seconds >= 1000000000)
        READ_BACK(&epoch, "%lld", (long long)w->seconds * 1000);
    if (w->seconds >= 1000000000)
        READ_BACK(&epoch, "%lld", (long long)w->seconds * 1000000);
}

static void check_named_forms(date d, const struct written *w) {
    char text[96];
    const char *month = month_names[w->month - 1], *long_month = long_month_names[w->month - 1];
    READ_BACK(&plain, "%d %s %d", w->day, month, w->year);
    READ_BACK(&plain, "%s %d, %d", long_month, w->day, w->year);
    READ_BACK(&plain, "%s %2d %d  8:15AM", month, w->day, w->year);
    READ_BACK(&from_1950, "%02d-%s-%02d", w->day, month, w->year % 100);
    READ_BACK(&plain, "%d年%d月%d日(%s) 8時15分", w->year, w->month, w->day, weekdays[w->weekday]);
    READ_BACK(&plain, "(%s) %d/%d/%d", weekdays[w->weekday], w->year, w->month, w->day);
    READ_BACK(&plain, "%s%d年%d月%d日", w->era, w->era_year, w->month, w->day);
    READ_BACK(&plain, "%.3s%d.%d.%d", w->era, w->era_year, w->month, w->day);
    READ_BACK(&plain, "%c%d/%d/%d", w->era_letter, w->era_year, w->month, w->day);
    READ_BACK(&plain, "%c%02d%02d%02d", w->era_letter, w->era_year, w->month, w->day);
    READ_BACK(&era_codes, "%d%02d%02d%02d",
              w->era_letter == 'R'   ? 5
              : w->era_letter == 'H' ? 4
                                     : 3,
              w->era_year, w->month, w->day);
}

START_TEST(every_form_of_a_day_is_that_day) {
    /* 1970-01-01 is a zero point; two digits mean the years from 1950. */
    for (date d = 1; d < date_from_civil(2049, 12, 31); d += 3) {
        struct written w = written_of(d);
        check_numeric_forms(d, &w);
        check_named_forms(d, &w);
    }
}
END_TEST

/* --- instants --- */

START_TEST(instants_are_days_of_the_zone) {
    struct arena arena = {0};
    const struct zone *tokyo = zone_load(&arena, "Asia/Tokyo"), *utc = zone_load(&arena, "UTC");
    static const struct {
        const char *text, *tokyo, *utc;
    } cells[] = {
        {"2026-03-15T15:30:00Z", "2026-03-16", "2026-03-15"},
        {"2026-03-15T15:30:00.250Z", "2026-03-16", "2026-03-15"},
        {"2025-10-01T03:00:00+09:00", "2025-10-01", "2025-09-30"},
        {"2026/3/15 23:30 EST", "2026-03-16", "2026-03-16"},
        {"Mar 15, 2026 8:30 AM PDT", "2026-03-16", "2026-03-15"},
        {"Mar 15, 2026 12:30 AM PDT", "2026-03-15", "2026-03-15"},
        {"15.03.2026 16:00 UTC", "2026-03-16", "2026-03-15"},
        {"20260315150000Z", "2026-03-16", "2026-03-15"},
        {"20260315150000.000000+000", "2026-03-16", "2026-03-15"},
        {"20260316003000.000000+540", "2026-03-16", "2026-03-15"},
        {"20260315080000.123456-420", "2026-03-16", "2026-03-15"},
        {"2026年3月15日 午後5時 GMT", "2026-03-16", "2026-03-15"},
        {"2026-03-15 15:30:00 GMT+9", "2026-03-15", "2026-03-15"},
        {"2026-03-15 24:00 UTC", "2026-03-16", "2026-03-16"},
        {"2026-03-15 23:30", "2026-03-15", "2026-03-15"},
        {"2026-03-15Z", "2026-03-15", "2026-03-15"},
        {"134180622000000000", "2026-03-16", "2026-03-15"},
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        assert_date(cells[i].text, &(struct date_style){.zone = tokyo}, DATE_READ, cells[i].tokyo);
        assert_date(cells[i].text, &(struct date_style){.zone = utc}, DATE_READ, cells[i].utc);
    }
    struct date_style end = {.zone = tokyo, .is_end = true};
    assert_date("2026-04-01T00:00:00+09:00", &end, DATE_READ, "2026-03-31");
    assert_date("2026-03-31T15:00:00Z", &end, DATE_READ, "2026-03-31");
    assert_date("2026-04-01T00:00:00Z", &end, DATE_READ, "2026-03-31");
    assert_date("2026-03-31T23:59:59+09:00", &end, DATE_READ, "2026-03-31");
    assert_date("2026-04-01 00:00:00", &end, DATE_READ, "2026-04-01");
    assert_date("2026-04-01", &end, DATE_READ, "2026-04-01");
    arena_release(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("date");
    TCase *tc = tcase_create("date");
    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, every_form_is_read);
    tcase_add_test(tc, words_for_none_are_empty);
    tcase_add_test(tc, the_rest_says_why);
    tcase_add_test(tc, a_long_text_is_no_date);
    tcase_add_test(tc, a_cell_may_prove_the_order);
    tcase_add_test(tc, civil_dates_agree_with_timegm);
    tcase_add_test(tc, there_are_days_that_are_none);
    tcase_add_test(tc, every_day_is_read_back);
    tcase_add_test(tc, every_form_of_a_day_is_that_day);
    tcase_add_test(tc, instants_are_days_of_the_zone);
    suite_add_tcase(suite, tc);
    return run_suite(suite);
}
