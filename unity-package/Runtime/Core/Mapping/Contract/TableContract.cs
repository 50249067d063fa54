namespace Koekata.Mapping
{
    /// <summary>What every table is checked against.</summary>
    internal sealed class TableContract
    {
        internal readonly TableSchema Schema = new TableSchema();
        internal readonly Channels Channels = new Channels();
    }
}
