/* The table of commands: what --help, the manual pages and completion are made of. */
#include "cli.h"

#define FILES  (OPTION_SET(ROSTER) | OPTION_SET(SYSTEM) | OPTION_SET(LICENSE))
#define COMMON (OPTION_SET(CONFIG) | OPTION_SET(LANG) | OPTION_SET(HELP))

const struct command commands[] = {
    {"run",
     "[-c tenko.yaml] [--as-of DATE] [--out DIR] [--format LIST] [--fail-on SEVERITY]\n"
     "    [--no-ledger] [--force --reason TEXT] [--quiet] [--metrics FILE]\n"
     "    --roster FILE… --system NAME=FILE… --license NAME=FILE…",
     {"名簿とアカウント一覧を突き合わせ、例外の一覧を作る",
      "calls the roll: reads everything and writes the exception lists"},
     "tenko run\n"
     "tenko run -c city/tenko.yaml --as-of 2026-03-31 --out report-2026\n"
     "tenko run --roster staff.csv --system 税務=tax.csv 財務=finance.csv --license "
     "'Office=seats.csv'\n"
     "tenko run --fail-on high",
     COMMON | FILES | OPTION_SET(AS_OF) | OPTION_SET(OUT) | OPTION_SET(FORMAT) |
         OPTION_SET(FAIL_ON) | OPTION_SET(NO_LEDGER) | OPTION_SET(FORCE) | OPTION_SET(REASON) |
         OPTION_SET(THREADS) | OPTION_SET(QUIET) | OPTION_SET(METRICS),
     cmd_run},
    {"check",
     "[-c tenko.yaml]",
     {"設定と全入力を読み、何も書かずに読み取り結果と評価できる規則を示す",
      "reads configuration and inputs, writes nothing: what was understood, which rules can be "
      "evaluated"},
     "tenko check\n"
     "tenko check --roster staff.csv --system 税務=tax.csv",
     COMMON | FILES | OPTION_SET(AS_OF) | OPTION_SET(THREADS),
     cmd_check},
    {"init",
     "[DIR] [--roster FILE] [--system NAME=FILE]… [--license NAME=FILE]… [--ldap URL]",
     {"ファイルの見出しから、注釈付きの tenko.yaml を作る",
      "writes a commented tenko.yaml from what the files look like"},
     "tenko init city\n"
     "tenko init city --roster city/hr/staff.csv --system 税務=city/systems/tax.csv\n"
     "tenko init city --roster city/hr/staff.csv --ldap ldaps://dc1.example --bind-dn "
     "reader@example --password-file ad.secret",
     FILES | OPTION_SET(LANG) | OPTION_SET(HELP) | OPTION_SET(LDAP) | OPTION_SET(BIND_DN) |
         OPTION_SET(PASSWORD_FILE) | OPTION_SET(TLS_CA) | OPTION_SET(STARTTLS),
     cmd_init},
    {"peek",
     "FILE [--sheet NAME] [--encoding E] [--delimiter D]",
     {"ファイルを Tenko が読んだとおりの UTF-8 の CSV で表示する",
      "shows a file as Tenko reads it, as UTF-8 CSV"},
     "tenko peek systems/tax.csv\n"
     "tenko peek systems/old.txt --encoding cp932 --delimiter tab\n"
     "tenko peek hr/staff.xlsx --sheet 退職者",
     OPTION_SET(SHEET) | OPTION_SET(ENCODING) | OPTION_SET(DELIMITER) | OPTION_SET(LANG) |
         OPTION_SET(HELP),
     cmd_peek},
    {"explain",
     "SYSTEM USER_ID | PERSON_ID | EXCEPTION_ID",
     {"アカウントの使用者と各規則の判定を、根拠の行とともに説明する。人ならばすべてのアカウント・ラ"
      "イセンス・端末",
      "why: source lines, keys compared, the match, every rule's verdict; of a person every "
      "account, "
      "seat and device"},
     "tenko explain 個人住民税システム k001234\n"
     "tenko explain 001234\n"
     "tenko explain x3f2a9c0d11e47b6",
     COMMON | FILES | OPTION_SET(AS_OF) | OPTION_SET(THREADS),
     cmd_explain},
    {"rules",
     "[--lang ja|en]",
     {"規則の一覧と、有効なしきい値", "the rule catalogue with the thresholds in force"},
     "tenko rules\n"
     "tenko rules --lang en",
     COMMON,
     cmd_rules},
    {"runs",
     "[-c tenko.yaml] [--format text|csv|json]",
     {"台帳にある実行の一覧", "the runs in the ledger"},
     "tenko runs\n"
     "tenko runs --format json",
     COMMON | OPTION_SET(FORM),
     cmd_runs},
    {"diff",
     "[RUN1 [RUN2]] [--format text|csv|json]",
     {"2 つの実行の間のアカウントの異動をシステムごとに示す（実行番号または日付）",
      "accounts added, removed, enabled, disabled, changed between two runs or days, per system"},
     "tenko diff\n"
     "tenko diff 3 4\n"
     "tenko diff 2025-03-31 2026-03-31 --format csv",
     COMMON | OPTION_SET(FORM),
     cmd_diff},
    {"report",
     "[--run N] [--out DIR] [--format LIST] [--lang ja|en]",
     {"台帳にある実行の報告書をもう一度書き出す", "writes a stored run's reports again"},
     "tenko report --run 3\n"
     "tenko report --run 3 --lang en --format xlsx --out audit",
     COMMON | OPTION_SET(RUN) | OPTION_SET(OUT) | OPTION_SET(FORMAT) | OPTION_SET(THREADS),
     cmd_report},
    {"verify",
     "[--head HASH] [DIR] [--format text|csv|json]",
     {"台帳と報告書をハッシュで確かめ、一致しないものを示す",
      "recomputes the ledger's hash chain and the report's manifest; names what does not fit"},
     "tenko verify\n"
     "tenko verify --head 9f2c…\n"
     "tenko verify report",
     COMMON | OPTION_SET(HEAD) | OPTION_SET(FORM),
     cmd_verify},
    {"sample",
     "--size N --seed TEXT [--rule NAME]… [--system NAME]… [--format text|csv|json]",
     {"監査のためにアカウントを無作為に抽出する（同じシードなら同じ標本）",
      "a reproducible random sample of the accounts for the auditor, with source lines"},
     "tenko sample --size 25 --seed 2026-1\n"
     "tenko sample --size 10 --seed 7 --system 個人住民税システム --rule dormant-account",
     COMMON | OPTION_SET(ROSTER) | OPTION_SET(DRAWN) | OPTION_SET(LICENSE) | OPTION_SET(AS_OF) |
         OPTION_SET(THREADS) | OPTION_SET(SIZE) | OPTION_SET(SEED) | OPTION_SET(RULE) |
         OPTION_SET(FORM),
     cmd_sample},
    {"review",
     "export [--by owner|department|manager] [--reply-by DATE] [--out DIR] | import FILE… | status",
     {"棚卸の確認票を配り、回答を取り込み、進み具合を示す",
      "review sheets out, answers in, and how far the review has come"},
     "tenko review export --reply-by 2026-04-14\n"
     "tenko review import returned/*.xlsx\n"
     "tenko review status --format json",
     COMMON | OPTION_SET(BY) | OPTION_SET(REPLY_BY) | OPTION_SET(OUT) | OPTION_SET(FORM),
     cmd_review},
    {"purge",
     "--before DATE",
     {"保存年限を過ぎた実行の明細を台帳から削除する（実行の記録とハッシュは残る）",
      "drops the states of old runs from the ledger; run records and their hashes stay"},
     "tenko purge --before 2021-04-01",
     COMMON | OPTION_SET(BEFORE),
     cmd_purge},
};
const size_t command_count = sizeof commands / sizeof commands[0];

const struct command *command_find(const char *name) {
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(name, commands[i].name) == 0)
            return &commands[i];
    return NULL;
}
