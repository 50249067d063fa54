"""The Unreal plugin in a project: put there with its library, switched on, and looked over."""

from koekata.engines.unreal.check import check
from koekata.engines.unreal.install import Plan, plan_install
from koekata.engines.unreal.plugin import PLATFORMS, this_platform
from koekata.engines.unreal.project import UnrealProject, find_project

__all__ = ["PLATFORMS", "Plan", "UnrealProject", "check", "find_project", "plan_install", "this_platform"]
