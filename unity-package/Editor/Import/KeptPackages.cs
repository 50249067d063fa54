using System;
using UnityEditor.PackageManager;
using PackageInfo = UnityEditor.PackageManager.PackageInfo;

namespace Koekata.Editor
{
    /// <summary>
    /// Packages that Unity keeps as they came, from a registry or a repository: nothing in them is changed for good. Those that lie in
    /// the project, or are named by a folder, are the user's own.
    /// </summary>
    internal static class KeptPackages
    {
        internal static bool Has(string path)
        {
            if (!path.StartsWith("Packages/", StringComparison.Ordinal))
                return false;
            PackageInfo package = PackageInfo.FindForAssetPath(path);
            return package != null && package.source != PackageSource.Embedded && package.source != PackageSource.Local;
        }
    }
}
