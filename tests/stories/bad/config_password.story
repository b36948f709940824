# A password in the configuration
Contract 2: a password comes from password_file or password_env, never from the file itself. The message does not repeat it.

$ run --lang en
exit 2

-- tenko.yaml --
rosters:
  - name: 職員
    source:
      connector: ldap
      url: "ldaps://dc1.example:636"
      base: "DC=example"
      bind: simple
      bind_dn: "reader@example"
      password: kW7-secret-3

-- expect stderr --
tenko.yaml:9: 
password_file
-- expect no stderr --
kW7-secret-3
