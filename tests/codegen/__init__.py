"""Tests of codegen; `botocore-1.42.80` holds that release's shapes without their prose."""
