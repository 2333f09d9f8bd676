<#-- sign: NOX_SESSION, anchor: run-nox, list: nox -->
<#if timeout??>
# Times out before the job does: a job that times out counts as cancelled.
</#if>
- name: Run nox
<#if mayFail??>
  id: session
</#if>
<#if env??>
  env:[=env]
</#if>
<#if mayFail??>
  continue-on-error:[=mayFail]
</#if>
<#if timeout??>
  timeout-minutes:[=timeout]
</#if>
<#if shell??>
  shell:[=shell]
</#if>
<#if directory??>
  working-directory:[=directory]
</#if>
  run: <@yaml>
<#if posargs>
[=script("read-arguments.sh")]
</#if>
<#if logged>
{
  status=0
</#if>
<#if logged>  </#if>[=command] --reuse-venv=yes<#if backend??> --default-venv-backend [=backend]</#if>[=options]<#if force> --force-python "<#if builds>${NOX_PYTHON%-v*}<#else>$NOX_PYTHON</#if>"</#if><#if report??> --report "$RUNNER_TEMP/[=report]"</#if> -s "$NOX_SESSION"<#if posargs> -- "$@"<#elseif arguments??> --[=arguments]</#if><#if logged> || status=$?</#if>
<#if logged>
  echo "$status" > "$RUNNER_TEMP/nox-status"
} 2>&1 | tee -a "$RUNNER_TEMP/nox.log"
exit "$(cat "$RUNNER_TEMP/nox-status")"
</#if>
</@yaml>
