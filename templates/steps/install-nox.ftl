<#-- sign: pip install, anchor: install-nox -->
- name: Install nox
<#if env??>
  env:[=env]
</#if>
<#if bash>
  shell: bash
</#if>
  run: <@yaml><#if uv>uv<#elseif setUp>"$INTERPRETER" -m<#elseif system>"$RUNNER_TEMP/nox/bin/python" -m<#else>python -m</#if> pip install [=nox][=packages]</@yaml>
