using System.IO;
using UnrealBuildTool;

/// Live Link, mapping assets, the face component and the animation node: all that a packaged game needs.
public class Koekata : ModuleRules
{
	public Koekata(ReadOnlyTargetRules Target) : base(Target)
	{
		PCHUsage = PCHUsageMode.UseExplicitOrSharedPCHs;

		PublicDependencyModuleNames.AddRange(new string[]
		{
			"AnimationCore", "Core", "CoreUObject", "DeveloperSettings", "Engine", "KoekataCore", "LiveLinkInterface"
		});
		PrivateDependencyModuleNames.AddRange(new string[] { "InputCore", "Networking", "Projects", "Slate", "SlateCore", "Sockets" });

		// libzmq is loaded by its path when it is wanted. Packaged games get the files beside the plugin.
		string Folder = Path.Combine("ThirdParty", "libzmq", PlatformFolder(Target));
		if (Directory.Exists(Path.Combine(PluginDirectory, Folder)))
		{
			RuntimeDependencies.Add(Path.Combine("$(PluginDir)", Folder, "..."), StagedFileType.NonUFS);
		}
	}

	private static string PlatformFolder(ReadOnlyTargetRules Target)
	{
		return Target.Platform.ToString();
	}
}
