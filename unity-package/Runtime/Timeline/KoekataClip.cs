using System;
using Koekata.Takes;
using UnityEngine;
using UnityEngine.Playables;
using UnityEngine.Timeline;

namespace Koekata
{
    /// <summary>A recorded performance on a time line: a CSV file of `koekata solve`, of the Koekata window or of Live Link Face.</summary>
    [Serializable]
    [KoekataHelp("timeline")]
    public sealed class KoekataClip : PlayableAsset, ITimelineClipAsset
    {
        const double WithoutRecording = 5.0;

        [SerializeField, Tooltip("A recording in the CSV layout of Live Link Face.")]
        TextAsset recording;

        [NonSerialized] Take take;
        [NonSerialized] TextAsset read;
        [NonSerialized] long readLength;

        /// <summary>The recording.</summary>
        public TextAsset Recording
        {
            get { return recording; }
            set { recording = value; }
        }

        /// <summary>What is wrong with the recording; empty where nothing is.</summary>
        public string Problem { get; private set; }

        /// <summary>The recording as channels; null where there is none, or a damaged one.</summary>
        public Take Take
        {
            get
            {
                // An asset that was imported anew is the same object. Asked for in each frame: its bytes would be a copy of all.
                if (read != recording || (recording && readLength != recording.dataSize))
                    Read();
                return take;
            }
        }

        /// <inheritdoc/>
        public ClipCaps clipCaps
        {
            get { return ClipCaps.Blending | ClipCaps.ClipIn | ClipCaps.SpeedMultiplier; }
        }

        /// <summary>As long as the recording.</summary>
        public override double duration
        {
            get { return Take == null || Take.Duration <= 0.0 ? WithoutRecording : Take.Duration; }
        }

        /// <summary>Only a place on the time line: the track reads the recordings itself.</summary>
        public override Playable CreatePlayable(PlayableGraph graph, GameObject owner)
        {
            return Playable.Create(graph);
        }

        void Read()
        {
            read = recording;
            take = null;
            Problem = "";
            if (!recording)
                return;
            readLength = recording.dataSize;
            try
            {
                take = TakeReader.Read(recording.text, recording.name);
            }
            catch (TakeException error)
            {
                Problem = error.Message;
                Debug.LogError("Koekata: " + error.Message, this);
            }
        }
    }
}
