// DuckDB on the project of bench/generate: node duckdb.mjs FOLDER RULES.SQL [DATABASE]; in memory where no database is named.
// Writes all exceptions as CSV and prints the count of each rule as JSON. Needs the package @duckdb/node-api.
import { DuckDBInstance } from '@duckdb/node-api';
import fs from 'node:fs';

const [folder, rules, database = ':memory:'] = process.argv.slice(2);
fs.rmSync(database, { force: true });
const instance = await DuckDBInstance.create(database);
const connection = await instance.connect();
const csv = (name, more = '') => `read_csv('${folder}/${name}', all_varchar = true, header = true, delim = ',', quote = '"'${more})`;
const day = column => `try_cast(nullif(${column}, '') as date)`;
const number = column => `nfc_normalize(trim(${column}))`;
const name = `replace(nfc_normalize(氏名), ' ', '')`;

await connection.run(`create table today as select date '2026-03-31' as day`);
await connection.run(`create table roster as
  select ${number('職員番号')} as pid, ${name} as name, 所属コード as dept, 雇用区分 as emp, ${day('退職日')} as left_on
  from ${csv('roster.csv')}`);
await connection.run(`create table account as
  select parse_filename(filename, true) as sys, 利用者ID as uid, ${number('職員番号')} as pid, ${name} as name, 所属コード as dept,
         権限 as role, 状態 = '有効' as enabled, ${day('登録日')} as created, ${day('最終ログイン日')} as last
  from ${csv('systems/*.csv', ', filename = true')}`);
await connection.run(`create table allowed as select system as sys, role, nullif(employment, '') as emp from ${csv('roles.csv')}`);
await connection.run(`create table seat as select ${number('職員番号')} as pid, ${day('最終利用日')} as last from ${csv('license.csv')}`);
await connection.run(fs.readFileSync(rules, 'utf8'));
await connection.run(`copy (select * from exception order by rule, target, subject) to '${folder}/duckdb.csv' (header)`);
const counts = await connection.runAndReadAll('select rule, count(*)::int from exception group by rule order by rule');
console.log(JSON.stringify(Object.fromEntries(counts.getRows())));
