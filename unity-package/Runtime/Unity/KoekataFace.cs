using System;
using System.Collections.Generic;
using Koekata.Binding;
using Koekata.Mapping;
using Koekata.Receiving;
using UnityEngine;
using UnityEngine.Events;

namespace Koekata
{
    /// <summary>
    /// Moves a character's face: takes a performer from a receiver, applies a mapping table, and writes what the table names,
    /// and nothing else, after animation. Disabled, it gives everything back.
    /// </summary>
    [AddComponentMenu("Koekata/Koekata Face")]
    [KoekataHelp("face")]
    [ExecuteAlways]
    [DisallowMultipleComponent]
    [DefaultExecutionOrder(5000)]
    public sealed class KoekataFace : MonoBehaviour
    {
        [SerializeField, Tooltip("Where the performer's face comes from.")]
        KoekataReceiver receiver;

        [SerializeField, Min(0), Tooltip("The performer's number in the stream.")]
        int performer;

        [SerializeField, Tooltip("The mapping table of this character.")]
        KoekataMapping mapping;

        [SerializeField, Tooltip("Everything below it can be driven. Empty: this object.")]
        Transform root;

        [SerializeField, Range(0f, 1f), Tooltip("0: animation alone. 1: the performer alone, where the table says something.")]
        float weight = 1f;

        [SerializeField, Tooltip("How the table's axes of bones are taken.")]
        MirrorChoice mirror = MirrorChoice.Automatic;

        [SerializeField, Tooltip("Told the id of an event target of the table when it fires.")]
        UnityEvent<string> fired = new UnityEvent<string>();

        readonly FaceBinding binding = new FaceBinding();
        [NonSerialized] int playedFrame = -1;
        [NonSerialized] float playedShare;
        [NonSerialized] bool preview;

        /// <summary>Where the performer's face comes from.</summary>
        public KoekataReceiver Receiver
        {
            get { return receiver; }
            set { receiver = value; }
        }

        /// <summary>The performer's number in the stream.</summary>
        public int Performer
        {
            get { return performer; }
            set { performer = Math.Max(0, value); }
        }

        /// <summary>The mapping table of this character.</summary>
        public KoekataMapping Mapping
        {
            get { return mapping; }
            set { mapping = value; }
        }

        /// <summary>Everything below it can be driven.</summary>
        public Transform Root
        {
            get { return root ? root : transform; }
            set { root = value; }
        }

        /// <summary>From 0, animation alone, to 1, the performer alone where the table says something.</summary>
        public float Weight
        {
            get { return weight; }
            set { weight = Mathf.Clamp(value, 0f, 1f); }
        }

        /// <summary>Told the id of an event target of the table when it fires.</summary>
        public UnityEvent<string> Fired
        {
            get { return fired; }
        }

        /// <summary>From the stream to the targets; null while no table is in force.</summary>
        public FaceDriver Driver
        {
            get { return binding.Driver; }
        }

        /// <summary>The last frame; null while no table is in force.</summary>
        public Outputs Outputs
        {
            get { return Driver == null ? null : Driver.Outputs; }
        }

        /// <summary>Targets of the table that the model does not have.</summary>
        public IList<MissingTarget> Missing
        {
            get { return binding.Missing; }
        }

        /// <summary>What stands in the way of a good result; empty where nothing does.</summary>
        public string Warning
        {
            get { return binding.Warning; }
        }

        /// <summary>Whether it moves outside play mode. Never saved; what it moves goes back before a scene is saved.</summary>
        public bool Preview
        {
            get { return preview; }
            set
            {
                preview = value;
                if (!Live)
                    Restore();
            }
        }

        /// <summary>Whether it moves now: in play mode, or in a preview.</summary>
        public bool Live
        {
            get { return isActiveAndEnabled && (preview || Application.IsPlaying(this)); }
        }

        /// <summary>The names of all that a table can drive on this model.</summary>
        public ModelParts Parts()
        {
            return new ModelScan(Root).Parts;
        }

        /// <summary>Fires a trigger of the table: on, off, or the other of the two.</summary>
        public void Fire(string trigger, TriggerAction action)
        {
            if (Bind())
                Driver.Fire(trigger, action);
        }

        /// <summary>Fires a trigger, for buttons and UnityEvents: on if it is off, off if it is on.</summary>
        public void Toggle(string trigger)
        {
            Fire(trigger, TriggerAction.Toggle);
        }

        /// <summary>Why a target has its value. From the first call on frames are remembered; it is null until there is one.</summary>
        public Explanation Explain(string target)
        {
            return Driver == null ? null : Driver.Explain(target);
        }

        /// <summary>Looks the model up anew, after meshes or bones were exchanged.</summary>
        public void Refresh()
        {
            binding.Forget();
        }

        /// <summary>
        /// Shows channels by name in place of the performer, as Timeline does; holds for one frame. <paramref name="time"/> is
        /// on the time line, <paramref name="dt"/> seconds after the last call; a step back begins anew.
        /// </summary>
        public void Play(IList<string> channels, IList<double> values, double time, double dt, float share)
        {
            if (!isActiveAndEnabled || !Bind())
                return;
            if (dt < 0.0)
                binding.Restart();
            Driver.Step(channels, values, time, Math.Max(0.0, dt));
            playedFrame = Time.frameCount;
            playedShare = share;
            // In play mode animation comes between this and LateUpdate.
            if (!Application.IsPlaying(this))
                Show(share);
        }

        /// <summary>Ends <see cref="Play"/>: the performer again, or outside play mode the scene as it is.</summary>
        public void EndPlay()
        {
            playedFrame = -1;
            binding.Restart();
            if (!Live)
                Restore();
        }

        /// <summary>Puts everything back to what it would be without the face; the next frame moves it again.</summary>
        public void Restore()
        {
            binding.Restore();
        }

        // Unity calls this before it loads the scripts anew, too.
        void OnDisable()
        {
            Restore();
            preview = false;
        }

        void LateUpdate()
        {
            if (!Live || !Bind())
                return;
            if (playedFrame == Time.frameCount)
            {
                Show(playedShare);
                return;
            }
            Step();
            Show(1f);
        }

        void Step()
        {
            double now = LocalClock.Now();
            Subject subject = null;
            if (receiver)
            {
                receiver.Refresh();
                subject = receiver.Performer(performer);
                now = receiver.Subjects == null ? now : receiver.Now;
            }
            Driver.Step(subject == null ? null : subject.Sample(now), now, subject == null || subject.Stale(now));
        }

        void Show(float share)
        {
            binding.Rig.Apply(Outputs, weight * share);
            EventList events = Outputs.Events;
            for (int i = 0; i < events.Count; i++)
                fired.Invoke(events[i]);
        }

        bool Bind()
        {
            return binding.Follow(this, mapping, mirror);
        }
    }
}
