/* The command line, read by a table: every command names the options it takes. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "tenko/date.h"
#include "tenko/error.h"
#include "tenko/memory.h"
#include "tenko/rule.h"

/* OPTION(id, long name, short name or 0, placeholder or NULL for a flag, help in both languages) */
#define OPTION_TABLE                                                                                                              \
    OPTION(CONFIG, "config", 'c', "FILE", "the configuration (default: tenko.yaml)",                                              \
           "設定ファイル（既定: tenko.yaml）")                                                                                    \
    OPTION(                                                                                                                       \
        AS_OF, "as-of", 0, "DATE",                                                                                                \
        "the day on which everything is judged (default: as_of of the configuration, else today)",                                \
        "基準日（既定: 設定の as_of、なければ今日）")                                                                             \
    OPTION(OUT, "out", 0, "DIR", "where the report goes (default: report of the configuration)",                                  \
           "報告書の出力先（既定: 設定の report）")                                                                               \
    OPTION(FORMAT, "format", 0, "LIST", "formats, comma-separated (default: all)",                                                \
           "出力形式。カンマ区切り（既定: すべて）")                                                                              \
    OPTION(FORM, "format", 0, "text|csv|json", "form of the output (default: text)",                                              \
           "出力の形（既定: text）")                                                                                              \
    OPTION(LANG, "lang", 0, "ja|en",                                                                                              \
           "language of messages and reports (default: language of the configuration, else "                                      \
           "TENKO_LANG, else ja)",                                                                                                \
           "メッセージと報告書の言語（既定: 設定の language、なければ TENKO_LANG、それもなければ " \
           "ja）")                                                                                                                \
    OPTION(FAIL_ON, "fail-on", 0, "SEVERITY",                                                                                     \
           "exit with 1 if an exception of this severity or above exists: critical, high, "                                       \
           "medium, low, info",                                                                                                   \
           "この重要度以上の例外があれば終了コード 1: critical, high, medium, low, info")                                         \
    OPTION(NO_LEDGER, "no-ledger", 0, NULL,                                                                                       \
           "do not record this run in the ledger, nor wait for the disk",                                                         \
           "この実行を台帳に記録せず、ディスクへの書き込み完了も待たない")                                                        \
    OPTION(FORCE, "force", 0, NULL, "pass the safety stops once (needs --reason)",                                                \
           "安全停止を今回だけ通す（--reason が必要）")                                                                           \
    OPTION(REASON, "reason", 0, "TEXT", "why --force; it is recorded in the manifest",                                            \
           "--force の理由。manifest に記録される")                                                                               \
    OPTION(ROSTER, "roster", 0, "[NAME=]FILE",                                                                                    \
           "a personnel roster; no configuration is read then",                                                                   \
           "名簿（職員一覧）。指定すると設定ファイルを読まない")                                                                  \
    OPTION(SYSTEM, "system", 0, "NAME=FILE", "a system's account list",                                                           \
           "システムのアカウント一覧")                                                                                            \
    OPTION(DRAWN, "system", 0, "NAME[=FILE]",                                                                                     \
           "only accounts of this system; with a file: a system's account list",                                                  \
           "このシステムのアカウントだけ。ファイルを付けるとそのアカウント一覧")                                                  \
    OPTION(LICENSE, "license", 0, "NAME=FILE", "a license's assignment list",                                                     \
           "ライセンスの割当一覧")                                                                                                \
    OPTION(ENCODING, "encoding", 0,                                                                                               \
           "auto|utf-8|cp932|utf-16le|utf-16be|euc-jp|iso-2022-jp|windows-1252",                                                  \
           "how the file is encoded (default: auto); any that a source's `encoding` may name",                                    \
           "文字コード（既定: auto）。入力の encoding に書けるもの")                                                              \
    OPTION(DELIMITER, "delimiter", 0, "D",                                                                                        \
           "auto, comma, semicolon, tab, pipe, or the character itself",                                                          \
           "区切り文字: auto, comma, semicolon, tab, pipe またはその文字")                                                        \
    OPTION(SHEET, "sheet", 0, "NAME",                                                                                             \
           "name or number of a workbook's sheet (default: the first visible one)",                                               \
           "ブックのシートの名前または番号（既定: 表示されている最初のシート）")                                                  \
    OPTION(THREADS, "threads", 0, "N",                                                                                            \
           "threads to use (default: the cores there are); results are the same for every N",                                     \
           "スレッド数（既定: コア数）。結果はいくつでも同じ")                                                                    \
    OPTION(LDAP, "ldap", 0, "URL",                                                                                                \
           "a directory: its root and a sample of entries become a source section",                                               \
           "ディレクトリ。ルートと項目の見本から source の設定を作る")                                                            \
    OPTION(BIND_DN, "bind-dn", 0, "DN", "who reads the directory (default: anonymous)",                                           \
           "ディレクトリを読む利用者（既定: 匿名）")                                                                              \
    OPTION(PASSWORD_FILE, "password-file", 0, "FILE", "its password, in a file of mode 0600",                                     \
           "そのパスワードを書いたファイル（モード 0600）")                                                                       \
    OPTION(TLS_CA, "tls-ca", 0, "FILE", "the certificate authority of the directory",                                             \
           "ディレクトリの証明書を発行した認証局")                                                                                \
    OPTION(STARTTLS, "starttls", 0, NULL, "turn ldap:// into TLS", "ldap:// を TLS に切り替える")                                 \
    OPTION(RUN, "run", 0, "N", "number of the run (default: the last one)",                                                       \
           "実行番号（既定: 最後の実行）")                                                                                        \
    OPTION(HEAD, "head", 0, "HASH", "a head of the ledger that was printed or written down",                                      \
           "印刷または控えておいた台帳のヘッド（ハッシュ）")                                                                      \
    OPTION(SIZE, "size", 0, "N", "how many accounts to draw", "抽出する件数")                                                     \
    OPTION(SEED, "seed", 0, "TEXT", "any text; the same seed draws the same sample",                                              \
           "任意の文字列。同じ値なら同じ標本になる")                                                                              \
    OPTION(RULE, "rule", 0, "NAME", "only accounts with an exception of this rule",                                               \
           "この規則の例外があるアカウントだけ")                                                                                  \
    OPTION(BEFORE, "before", 0, "DATE", "the first day whose runs are kept whole",                                                \
           "この日以降の実行は明細を残す")                                                                                        \
    OPTION(BY, "by", 0, "owner|department|manager",                                                                               \
           "whom sheets go to: owner, department or manager (default: owner)",                                                    \
           "確認票の宛先: owner（所管課）、department（使用者の所属）、manager（上司）（既定: "       \
           "owner）")                                                                                                             \
    OPTION(REPLY_BY, "reply-by", 0, "DATE", "the day by which to answer (default: in 14 days)",                                   \
           "回答期限（既定: 14日後）")                                                                                            \
    OPTION(QUIET, "quiet", 0, NULL, "say nothing unless something is new or wrong",                                               \
           "新しい例外や異常がなければ何も表示しない")                                                                            \
    OPTION(METRICS, "metrics", 0, "FILE", "write figures of the run for monitoring (OpenMetrics)",                                \
           "監視用の数値を書き出すファイル（OpenMetrics）")                                                                       \
    OPTION(HELP, "help", 'h', NULL, "this help", "この説明")

enum option_id {
#define OPTION(id, name, letter, value, en, ja) OPTION_##id,
    OPTION_TABLE
#undef OPTION
        OPTION_COUNT
};

/* Two options may share a name (--format); a command takes one of them. */
#define OPTION_SET(id) (UINT64_C(1) << OPTION_##id)

/* Results on standard output. */
enum output_form { FORM_TEXT, FORM_CSV, FORM_JSON };

struct option_info {
    const char *name;
    char letter;
    const char *value;   /* NULL = a flag */
    const char *help[2]; /* by enum language */
};
extern const struct option_info option_table[OPTION_COUNT];

struct named_file {
    const char *name; /* NULL = not given */
    const char *path;
    char *owned;
};

struct options {
    const char *config, *out, *format, *reason, *encoding, *delimiter, *sheet;
    const char *ldap, *bind_dn, *password_file, *tls_ca, *metrics;
    const char *head, *seed;
    enum output_form form;
    uint64_t run, size; /* 0 = not given */
    const char *by;
    date before, reply_by;
    date as_of;
    bool has_language;      /* always, once the command runs */
    bool asks_for_language; /* --lang was given */
    enum language language;
    bool has_fail_on;
    enum severity fail_on;
    bool no_ledger, force, help, quiet, starttls;
    unsigned threads;
    VEC(struct named_file) rosters;
    VEC(struct named_file) systems;
    VEC(struct named_file) licenses;
    VEC(const char *) rules, drawn; /* names */
    VEC(const char *) arguments;
};

/* Reads argv[1…]; strings are borrowed from argv. `allowed` is a set of OPTION_SET bits. On failure
 * *out is still to be released. */
bool options_parse(struct options *out, int argc, char **argv, uint64_t allowed,
                   struct error *err) must_check;
void options_release(struct options *options);

/* --lang wherever it stands, so that even a usage error comes in the right language; else
 * TENKO_LANG, else Japanese. */
enum language options_language(int argc, char **argv);

#endif
