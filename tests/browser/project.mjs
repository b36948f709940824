/* Projects that the tests run Tenko on. */
import {execFileSync} from "node:child_process";
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/* Values that would be markup, scripts, formulas, or turn text around, if anybody let them. */
export const HOSTILE = [
  "<script>alert(1)</script>", "</script><img src=x onerror=alert(2)>", "\"><b>bold</b>", "'single\"double`back`",
  "a\u2028b\u2029c", "=cmd|'/C calc'!A0", "+SUM(A1)", "\u202egnp.exe", "\u200fright\u200eleft", "{{rows}} ${1} {0}",
  "&lt;b&gt; &amp;", "<!--comment", "]]>", "__proto__", "constructor", "\uff1d1+1",
];

const cell = text => "\"" + text.replaceAll("\"", "\"\"") + "\"";
const list = rows => rows.map(row => row.map(cell).join(",") + "\n").join("");

/* A project whose systems hold `accounts` ([user_id, name, last login]) that nobody holds; its report. */
export const report = (tenko, folder, {accounts, organization = "みなと市", system = "台帳", language = "ja"}) => {
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "staff.csv"), list([["職員番号", "氏名", "所属"], ["000001", "山田太郎", "総務課"]]));
  writeFileSync(join(folder, "accounts.csv"), list([["利用者ID", "氏名", "最終ログイン日"], ...accounts]));
  const yaml = {organization, as_of: "2026-03-31", language,
                rosters: [{name: "職員", source: "staff.csv", exported_on: "2026-03-31"}],
                systems: [{name: system, owner: "総務課", source: "accounts.csv", exported_on: "2026-03-30"},
                          {name: "未提出", owner: "総務課", source: {connector: "none"}}],
                safety: {max_unmatched_percent: 100, max_shrink_percent: 100}};
  writeFileSync(join(folder, "tenko.yaml"), JSON.stringify(yaml)); /* JSON is YAML */
  return run(tenko, join(folder, "tenko.yaml"), join(folder, "report"), language);
};

/* Three runs with a ledger: of the three orphans of the first, one is gone in each later one. Its last report. */
export const course = (tenko, folder, language = "ja") => {
  const accounts = ["u1", "u2", "u3"].map(id => [id, "名前" + id, "2026-03-01"]);
  const days = ["2026-03-31", "2026-04-01", "2026-04-30"];
  const reports = days.map((day, i) => {
    report(tenko, folder, {accounts: accounts.slice(i), language});
    execFileSync(tenko, ["run", "-c", join(folder, "tenko.yaml"), "--as-of", day, "--out", join(folder, day), "--lang", language],
                 {stdio: ["ignore", "ignore", "inherit"]});
    return join(folder, day);
  });
  return reports.at(-1);
};

/* Runs Tenko; the folder of its report. */
export const run = (tenko, config, out, language) => {
  execFileSync(tenko, ["run", "-c", config, "--out", out, "--no-ledger", "--lang", language, "--format", "html,csv"],
               {stdio: ["ignore", "ignore", "inherit"]});
  return out;
};

/* A project of which a review was sent out and partly answered before its second run; the report of that. */
export const reviewed = (tenko, folder, {accounts, language}) => {
  const at = ["-c", join(folder, "tenko.yaml"), "--lang", language];
  const tell = (...words) => execFileSync(tenko, [...words, ...at], {cwd: folder, stdio: ["ignore", "ignore", "inherit"]});
  report(tenko, folder, {accounts, language});
  tell("run", "--format", "html");
  tell("review", "export", "--reply-by", "2026-04-14");
  const name = readdirSync(join(folder, "review")).find(n => n.endsWith(".csv") && !n.includes("links"));
  const [head, ...rows] = readFileSync(join(folder, "review", name), "utf8").split("\r\n");
  const word = language === "ja" ? "削除" : "delete";
  const answered = rows.map((row, i) => i === 0 ? row.replace(/(,""|,){4}$/, `,${word},,<b>監査</b>,2026-04-20`) : row);
  writeFileSync(join(folder, "in.csv"), [head, ...answered].join("\r\n"));
  tell("review", "import", join(folder, "in.csv"));
  tell("run", "--as-of", "2026-04-30", "--format", "html");
  return join(folder, "report");
};
