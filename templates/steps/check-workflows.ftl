<#-- sign: gen-ci check, anchor: check-workflows -->
- name: Check that the workflows are current
  env:
    # renovate: datasource=pypi depName=gen-ci
    GEN_CI_VERSION: <@yaml>[=version]</@yaml>
<#list variables as variable>
    [=variable]
</#list>
<#if bash>
  shell: bash
</#if>
  run: |
    <#if uv>uv<#else>python -m</#if> pip install [=requirement]
    gen-ci check[=manifest]
