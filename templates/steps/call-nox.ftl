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
  run: <@yaml>
<#if logged>
{
  status=0
</#if>
<#if logged>  </#if>[=command] --reuse-venv=yes<#if noInstall> --no-install</#if><#if installOnly> --install-only</#if><#if backend??> --default-venv-backend [=backend]</#if>[=options]<#if force> --force-python "<#if builds>${NOX_PYTHON%-v*}<#else>$NOX_PYTHON</#if>"</#if><#if report??> --report "$RUNNER_TEMP/[=report]"</#if> <#if tags>-t<#else>-s</#if>[=sessions]<#if arguments??> --[=arguments]</#if><#if logged> || status=$?</#if>
<#if logged>
  echo "$status" > "$RUNNER_TEMP/nox-status"
} 2>&1 | tee -a "$RUNNER_TEMP/nox.log"
exit "$(cat "$RUNNER_TEMP/nox-status")"
</#if>
</@yaml>
