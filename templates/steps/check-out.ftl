<#-- sign: actions/checkout -->
- name: Check out
  uses: [=uses("actions/checkout")]
  with:[=with]
