using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Koekata.Editing")]
