using System;
using System.IO;
using NUnit.Framework;

namespace Koekata.Editing.Tests
{
    /// <summary>Tests that write files: each has a folder of its own, which goes with it.</summary>
    public abstract class FolderFixture
    {
        /// <summary>The folder of the running test.</summary>
        protected string folder;

        [SetUp]
        public void MakeFolder()
        {
            folder = Path.Combine(Path.GetTempPath(), "koekata-" + Guid.NewGuid().ToString("N"));
            Directory.CreateDirectory(folder);
        }

        [TearDown]
        public void RemoveFolder()
        {
            Directory.Delete(folder, true);
        }
    }
}
