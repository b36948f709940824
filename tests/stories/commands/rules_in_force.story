# The catalogue with a configuration
What the configuration changes is what is shown: thresholds, severities, what is switched off.

$ rules

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: 税務, source: tax.csv, dormant_days: 45}
defaults: {dormant_days: 60, retain_days: 180}
rules: {leave-account: {enabled: false}, dormant-account: {severity: high}}

-- expect stdout --
dormant-account              high
    dormant_days = 60
    dormant_days (税務) = 45
    retain_days = 180
設定で無効
