#!/bin/sh
exec nox --session="$1"
