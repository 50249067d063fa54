using UnrealBuildTool;

/// The animation node's face in the graph: there when Blueprints are compiled, and not in games.
public class KoekataUncooked : ModuleRules
{
	public KoekataUncooked(ReadOnlyTargetRules Target) : base(Target)
	{
		PCHUsage = PCHUsageMode.UseExplicitOrSharedPCHs;
		PublicDependencyModuleNames.AddRange(new string[] { "AnimGraph", "Core", "CoreUObject", "Engine", "Koekata", "KoekataCore" });
		PrivateDependencyModuleNames.AddRange(new string[] { "BlueprintGraph", "UnrealEd" });
	}
}
