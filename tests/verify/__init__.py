"""Tests of the contract against AWS."""
