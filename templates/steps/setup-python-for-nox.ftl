<#-- sign: actions/setup-python, anchor: nox-python -->
- name: Set up Python for nox
<#if condition??>
  if:[=condition]
</#if>
  uses: [=uses("actions/setup-python")]
  with: { python-version: <@yaml flow=true>[=noxPython]</@yaml> }
