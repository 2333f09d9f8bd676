<#-- sign: --reuse-venv, list: calls -->
- name:[=name]
<#if condition??>
  if:[=condition]
</#if>
<#if env??>
  env:[=env]
</#if>
<#if shell??>
  shell:[=shell]
</#if>
<#if directory??>
  working-directory:[=directory]
</#if>
  run: <@yaml>[=command] --reuse-venv=yes<#if noInstall> --no-install</#if><#if backend??> --default-venv-backend [=backend]</#if>[=options]<#if force> --force-python "<#if builds>${NOX_PYTHON%-v*}<#else>$NOX_PYTHON</#if>"</#if> -s[=sessions]<#if arguments??> --[=arguments]</#if></@yaml>
