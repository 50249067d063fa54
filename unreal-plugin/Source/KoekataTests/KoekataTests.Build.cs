using UnrealBuildTool;

/// Specs for Session Frontend and for the command line, in the editor and in development builds of games.
public class KoekataTests : ModuleRules
{
	public KoekataTests(ReadOnlyTargetRules Target) : base(Target)
	{
		PCHUsage = PCHUsageMode.UseExplicitOrSharedPCHs;

		PrivateDependencyModuleNames.AddRange(new string[]
		{
			"Core", "CoreUObject", "Engine", "Json", "Koekata", "KoekataCore", "LiveLinkInterface", "Projects"
		});
		if (Target.bBuildEditor)
		{
			PrivateDependencyModuleNames.AddRange(new string[] { "KoekataEditor", "UnrealEd" });
		}
	}
}
