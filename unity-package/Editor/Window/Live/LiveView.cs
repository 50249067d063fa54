using UnityEngine.UIElements;

namespace Koekata.Editor
{
    /// <summary>What comes in: the connection, every channel with its confidence, the face at rest, and triggers.</summary>
    internal sealed class LiveView : VisualElement, IWindowView
    {
        readonly ConnectionPanel connection;
        readonly TriggerPanel triggers;
        readonly MeterPanel meters;

        internal LiveView(WindowContext context)
        {
            connection = new ConnectionPanel(context);
            triggers = new TriggerPanel(context);
            meters = new MeterPanel(context);
            Add(connection);
            Add(triggers);
            meters.AddToClassList("koekata-grow");
            Add(meters);
        }

        /// <inheritdoc/>
        public void Tick()
        {
            connection.Tick();
            triggers.Tick();
            meters.Tick();
        }
    }
}
