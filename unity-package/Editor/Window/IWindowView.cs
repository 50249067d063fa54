namespace Koekata.Editor
{
    /// <summary>A tab of the window.</summary>
    internal interface IWindowView
    {
        /// <summary>Called some fifteen times a second while the tab is open.</summary>
        void Tick();
    }
}
