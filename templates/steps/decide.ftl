<#ftl attributes={"sign": "needs.", "anchor": "verdict"}>
<#-- Whatever is not known to be good is bad. -->
<#if maySkip?has_content>
- name: All needed jobs succeeded, or were skipped as they may be
  env:
<#if must?has_content>
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
<#include "/scripts/all-passed.sh">
</@yaml>
<#else>
- name: All needed jobs succeeded
  env:
    NEEDS: ${{ toJSON(needs) }}
    RESULTS: ${{ join(needs.*.result, ' ') }}
  run: <@yaml>
<#include "/scripts/all-succeeded.sh">
</@yaml>
</#if>
