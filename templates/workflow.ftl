<#list header as line>
# [=line]
</#list>
name: [=name]

on:
[=triggers]
<#if permissions??>

permissions:[=permissions]
</#if>
<#if concurrency??>

<#if concurrencyComment??>
# [=concurrencyComment]
</#if>
concurrency:[=concurrency]
</#if>
<#if env??>

env:[=env]
</#if>

jobs:
<#list jobs as job>
<#include "job.ftl">
<#sep>

</#sep>
</#list>
