#!/bin/sh
nox -s "$1"
