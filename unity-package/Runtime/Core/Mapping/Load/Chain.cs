using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Follows `extends`, and checks the form of each file.</summary>
    internal sealed class Chain
    {
        const int MaxFiles = 8;

        /// <summary>The roots of the files, the base first.</summary>
        internal readonly List<JsonNode> Roots = new List<JsonNode>();

        readonly List<SourceText> sources = new List<SourceText>();
        readonly List<string> seen = new List<string>();
        readonly ITableFiles files;
        readonly FormCheck form;

        internal Chain(ITableFiles files, FormCheck form)
        {
            this.files = files;
            this.form = form;
        }

        /// <summary>The faults of all files so far.</summary>
        internal List<Fault> Faults()
        {
            var found = new List<Fault>();
            foreach (SourceText source in sources)
                found.AddRange(source.Faults);
            return found;
        }

        /// <summary>Reads the file and those that it extends.</summary>
        internal void Read(string path)
        {
            seen.Add(files.Normalise(path));
            SourceText source;
            JsonNode root = DocumentReader.Read(files, path, out source);
            sources.Add(source);
            while (root != null)
            {
                Roots.Insert(0, root);
                form.Check(root);
                root = Follow(root.Find("extends"));
            }
        }

        JsonNode Follow(JsonNode link)
        {
            if (link == null || !link.IsText || link.Text.Length == 0)
                return null;
            string path = files.Resolve(seen[seen.Count - 1], link.Text);
            if (!MayFollow(link, path))
                return null;
            seen.Add(path);
            SourceText source;
            JsonNode root = DocumentReader.Read(files, path, out source);
            bool missing = source.Faults.Exists(fault => fault.Code == FaultCode.Unreadable);
            if (!missing)
                sources.Add(source);
            else
                link.Fault(FaultCode.ExtendsMissing, Quoted(link) + " cannot be read", "The path is relative to this file and uses /.");
            return root;
        }

        bool MayFollow(JsonNode link, string path)
        {
            if (seen.Contains(path))
                link.Fault(FaultCode.ExtendsCycle, Quoted(link) + " leads back to a table of this chain", "Extend another table.");
            else if (seen.Count >= MaxFiles)
                link.Fault(FaultCode.ExtendsDepth, "more than 8 tables extend one another", "Shorten the chain.");
            else
                return true;
            return false;
        }

        static string Quoted(JsonNode link)
        {
            return "\"" + link.Text + "\"";
        }
    }
}
