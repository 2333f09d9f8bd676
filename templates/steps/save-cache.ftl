<#-- sign: actions/cache/save, anchor: save-cache -->
- name: <@yaml>Save <#if folder??>[=folder]<#else>downloads</#if></@yaml>
  if: ${{ <#if always>!cancelled() && </#if><#if onlyAfterSuccess>steps.session.outcome == 'success' && </#if><#if notOnTag>github.ref_type != 'tag' && </#if><#if notOnWorkflowRun>github.event_name != 'workflow_run' && </#if><#if notOnDispatch>github.event_name != 'repository_dispatch' && </#if><#if onDefaultBranch>github.ref == format('refs/heads/{0}', github.event.repository.default_branch) && </#if>steps.<#if folder??>cache<#else>downloads</#if>.outputs.cache-primary-key != '' && steps.<#if folder??>cache<#else>downloads</#if>.outputs.cache-hit != 'true' }}
  uses: [=uses("actions/cache/save")]
  with:
    path: <@yaml>
<#if folder??><#if container>${{ steps.venv.outputs.workspace }}<#else>${{ github.workspace }}</#if>/[=folder]<#else><#if container>${{ steps.temporary.outputs.folder }}<#else>${{ runner.temp }}</#if>/downloads</#if>
<#list inside as each>
<#if container>${{ steps.venv.outputs.workspace }}<#else>${{ github.workspace }}</#if>/[=each]
</#list>
<#list elsewhere as each>
[=each]
</#list>
</@yaml>
    key: ${{ steps.<#if folder??>cache<#else>downloads</#if>.outputs.cache-primary-key }}
