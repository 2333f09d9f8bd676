<#-- sign: needs., anchor: decide, list: verdict -->
<#-- Only listed results pass; anything else fails, also a result that forges may add. -->
<#if maySkip??>
- name: Check that all needed jobs succeeded, or were skipped as allowed
  env:
<#if must??>
    MUST: |
<#list must as job>
      [=job]=${{ needs.[=job].result }}
</#list>
</#if>
    MAY_SKIP: |
<#list maySkip as job>
      [=job]=${{ needs.[=job].result }}
</#list>
<#if bash>
  shell: bash
</#if>
  run: <@yaml>
[=script("all-passed.sh")]
</@yaml>
<#else>
- name: Check that all needed jobs succeeded
  env:
    NEEDS: ${{ toJSON(needs) }}
    RESULTS: ${{ join(needs.*.result, ' ') }}
<#if bash>
  shell: bash
</#if>
  run: <@yaml>
[=script("all-succeeded.sh")]
</@yaml>
</#if>
