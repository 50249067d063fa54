using UnrealBuildTool;

/// What the editor adds: import and re-import of tables, their details with faults and live meters, menus, icons.
public class KoekataEditor : ModuleRules
{
	public KoekataEditor(ReadOnlyTargetRules Target) : base(Target)
	{
		PCHUsage = PCHUsageMode.UseExplicitOrSharedPCHs;

		PublicDependencyModuleNames.AddRange(new string[] { "AssetDefinition", "Core", "CoreUObject", "Koekata", "UnrealEd" });
		PrivateDependencyModuleNames.AddRange(new string[]
		{
			"ContentBrowser", "EditorSubsystem", "Engine", "KoekataCore", "MessageLog", "Projects", "PropertyEditor", "Slate", "SlateCore",
			"ToolMenus"
		});
	}
}
