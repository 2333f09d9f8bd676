<#-- sign: needs., anchor: verdict -->
<#-- Whatever is not known to be good is bad. -->
<#if maySkip??>
- name: All needed jobs succeeded, or were skipped as they may be
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
  run: <@yaml>
[=script("all-passed.sh")]
</@yaml>
<#else>
- name: All needed jobs succeeded
  env:
    NEEDS: ${{ toJSON(needs) }}
    RESULTS: ${{ join(needs.*.result, ' ') }}
  run: <@yaml>
[=script("all-succeeded.sh")]
</@yaml>
</#if>
