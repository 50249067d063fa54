using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Koekata.Editor.Tests")]
