# Made by gen-ci from [=manifest]. Do not edit: change [=manifest], then run `[=command]`.
# What it does, and why: `gen-ci explain workflow`. Form 1.
name:[=name]
<#if runName??>
run-name:[=runName]
</#if>

on:[=triggers]
<#if permissions??>

permissions:[=permissions]
</#if>
<#if concurrency??>

<#if cancelsSuperseded>
# A newer push to a pull request cancels the older run; other runs finish.
<#elseif keepsRuns>
# One group per run: without it, a newer push to a branch would cancel the older run.
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
