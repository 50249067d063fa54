namespace Koekata.Mapping
{
    /// <summary>Step 15, of one event: it fires on a rising edge.</summary>
    internal sealed class EventStage
    {
        readonly Target target;
        bool high;

        internal readonly int Place;

        internal EventStage(Target target, int place)
        {
            this.target = target;
            Place = place;
        }

        internal string Id
        {
            get { return target.Id; }
        }

        /// <summary>Whether it fires in this frame. NaN, a target that is left out, changes nothing.</summary>
        internal bool Fires(double value)
        {
            bool was = high;
            high = Ramp.Threshold(was, value, target.On, target.Off);
            return high && !was;
        }

        internal void Adopt(EventStage old)
        {
            high = old.high;
        }
    }
}
