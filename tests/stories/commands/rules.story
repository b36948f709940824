# The catalogue
Contract 5: every rule with its severity, and the thresholds in force.

$ rules --lang en

-- expect stdout --
orphan-account               high
ambiguous-owner              medium
leaver-account               high
leaver-login                 critical
leave-account                medium
name-mismatch                high
department-mismatch          medium
job-type-mismatch            medium
not-eligible                 medium
duplicate-account            medium
dormant-account              medium
never-used-account           medium
missing-account              low
disabled-retained            low
leaving-soon                 info
role-unknown                 medium
role-not-allowed             high
role-conflict                high
privileged-unapproved        high
privileged-approval-expired  high
privileged-shared            high
shared-no-owner              high
shared-password-stale        medium
shared-password-after-move   high
initial-password             medium
mfa-missing                  medium
license-leaver               high
license-unknown-holder       high
license-disabled-account     medium
license-never-used           medium
license-idle                 medium
license-usage-unknown        info
license-duplicate            low
license-over-assigned        high
license-surplus              low
license-expired              high
license-renewal              info
system-no-list               high
system-stale-list            medium
system-owner-unknown         medium
system-retired               high
roster-stale                 medium
device-not-returned          medium
    dormant_days = 90
    never_used_days = 30
    retain_days = off
    leaving_soon_days = 30
    shared_password_days = 90
    initial_password_days = 30
    license_grace_days = 30
    idle_days = 90
    report_days = 183
    renewal_days = 90
    max_age_days = 31
