using System;
using System.Diagnostics;
using System.IO;
using UnityEngine;

namespace Koekata
{
    /// <summary>
    /// The page that the question mark of a component opens: the one that came with the package, so that it fits its version
    /// and needs no network.
    /// </summary>
    [Conditional("UNITY_EDITOR")]
    [AttributeUsage(AttributeTargets.Class, Inherited = false)]
    public sealed class KoekataHelpAttribute : HelpURLAttribute
    {
        /// <summary>A page of Documentation~, without its ending.</summary>
        public KoekataHelpAttribute(string page) : base(Page(page))
        {
        }

        /// <summary>The address of a page. The editor resolves the path wherever it keeps the package.</summary>
        public static string Page(string page)
        {
            string folder = Path.GetFullPath("Packages/com.koekata.unity/Documentation~");
            return new Uri(Path.Combine(folder, page + ".md")).AbsoluteUri;
        }
    }
}
