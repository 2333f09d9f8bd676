<#-- sign: astral-sh/setup-uv, anchor: python -->
- name: Set up uv and Python
  uses: [=uses("astral-sh/setup-uv")]
  with:
<#if !inFile>
    python-version: <@yaml><#if noxPython??>[=noxPython]<#else>${{ env.NOX_PYTHON }}</#if></@yaml>
</#if>
<#if folder??>
    working-directory: <@yaml>[=folder]</@yaml>
</#if>
    activate-environment: true
    no-project: true
    venv-path: ${{ runner.temp }}/nox
    enable-cache: false
