<#-- sign: actions/checkout, anchor: check-out -->
- name: Check out
  uses: [=uses("actions/checkout")]
  with:[=with]
