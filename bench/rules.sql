-- The rules as queries, over tables that duckdb.mjs and sqlite fill from the same files:
-- today(day), roster(pid, name, dept, emp, left_on), account(sys, uid, pid, name, dept, role, enabled, created, last),
-- allowed(sys, role, emp), seat(pid, last). A day minus a day is a number of days in both.
create table judged as
  select a.*, r.pid is not null as found, r.name as rname, r.dept as rdept, r.emp as emp, r.left_on as left_on,
         r.pid is not null and (r.left_on is null or r.left_on >= (select day from today)) as present,
         (select day from today) as day
  from account a left join roster r on r.pid = a.pid;
create table exception as
  select 'orphan-account' as rule, sys as target, uid as subject from judged where enabled and not found
  union all select 'leaver-account', sys, uid from judged where enabled and left_on < day
  union all select 'leaver-login', sys, uid from judged where last > left_on
  union all select 'name-mismatch', sys, uid from judged where enabled and present and name <> rname
  union all select 'department-mismatch', sys, uid from judged where enabled and present and dept <> rdept
  union all select 'dormant-account', sys, uid from judged where enabled and present and day - last > 90
  union all select 'never-used-account', sys, uid from judged where enabled and present and last is null and day - created > 30
  union all select 'role-unknown', sys, uid from judged j where enabled
    and not exists (select 1 from allowed p where p.sys = j.sys and p.role = j.role)
  union all select 'role-not-allowed', sys, uid from judged j where enabled and present
    and exists (select 1 from allowed p where p.sys = j.sys and p.role = j.role)
    and not exists (select 1 from allowed p where p.sys = j.sys and p.role = j.role and (p.emp is null or p.emp = j.emp))
  union all select 'duplicate-account', sys, uid
    from (select sys, uid, count(*) over (partition by sys, pid) as n from judged where enabled and present) as held where n > 1
  union all select 'license-leaver', 'l', s.pid from seat s join roster r on r.pid = s.pid, today where r.left_on < day
  union all select 'license-never-used', 'l', s.pid from seat s join roster r on r.pid = s.pid, today
    where s.last is null and (r.left_on is null or r.left_on >= day)
  union all select 'license-idle', 'l', s.pid from seat s join roster r on r.pid = s.pid, today
    where day - s.last > 90 and (r.left_on is null or r.left_on >= day);
