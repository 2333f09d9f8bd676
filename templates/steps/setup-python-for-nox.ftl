<#-- sign: actions/setup-python -->
- name: Set up Python for nox
  uses: [=uses("actions/setup-python")]
  with: { python-version: <@yaml flow=true>[=noxPython]</@yaml> }
