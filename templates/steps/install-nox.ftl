<#-- sign: pip install, anchor: install-nox -->
- name: Install nox
<#if env??>
  env:[=env]
</#if>
<#if shell??>
  shell:[=shell]
</#if>
  run: <@yaml><#if uv>uv<#elseif setUp>"$INTERPRETER" -m<#elseif system>"$RUNNER_TEMP/nox/bin/python" -m<#else>python -m</#if> pip install [=nox][=packages]</@yaml>
