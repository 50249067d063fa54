using UnrealBuildTool;

/// The core: plain C++17 without Unreal types, compiled and tested outside the engine as well.
public class KoekataCore : ModuleRules
{
	public KoekataCore(ReadOnlyTargetRules Target) : base(Target)
	{
		PCHUsage = PCHUsageMode.NoPCHs;

		// Names without a namespace of their own file would meet in one file otherwise.
		bUseUnity = false;

		// Unreal compiles with fast mathematics on Windows, which fuses multiplications with additions and forgets
		// that NaN differs from itself. A mapping table gives the same numbers everywhere only without that.
		FPSemantics = FPSemanticsMode.Precise;

		// For IMPLEMENT_MODULE alone.
		PrivateDependencyModuleNames.Add("Core");
	}
}
