# Made by gen-ci from [=manifest]. Do not edit: change [=manifest], then run `[=command]`.
name:[=name]

on:
[=triggers]
<#if permissions??>

permissions:[=permissions]
</#if>
<#if concurrency??>

<#if cancelsSuperseded>
# A newer push to a pull request cancels the run of the older one; other runs finish.
<#elseif keepsRuns>
# A group for each run: without one, a newer push to a branch would cancel the run of the older one.
</#if>
concurrency:[=concurrency]
</#if>
<#if env??>

env:[=env]
</#if>

jobs:
<#list jobs as job>
[=job]<#t>
<#sep>

</#sep>
</#list>
