using System;
using Koekata.Mapping;
using UnityEngine;

namespace Koekata
{
    /// <summary>
    /// Turns the head, neck and eyes of a character with the performer, on top of body animation. For models whose table does
    /// not drive these bones itself.
    /// </summary>
    [AddComponentMenu("Koekata/Koekata Head")]
    [KoekataHelp("head")]
    [ExecuteAlways]
    [RequireComponent(typeof(KoekataFace))]
    [DisallowMultipleComponent]
    [DefaultExecutionOrder(5100)]
    public sealed class KoekataHead : MonoBehaviour
    {
        static readonly string[] names =
        {
            "headYaw", "headPitch", "headRoll", "gazeYawLeft", "gazePitchLeft", "gazeYawRight", "gazePitchRight"
        };

        [SerializeField, Tooltip("Empty: the bones of the Humanoid avatar.")]
        Transform head;

        [SerializeField] Transform neck;
        [SerializeField] Transform leftEye;
        [SerializeField] Transform rightEye;

        [SerializeField, Range(0f, 1f), Tooltip("How much of the performer's head the character follows.")]
        float headWeight = 1f;

        [SerializeField, Range(0f, 1f), Tooltip("The part of the turn that the neck takes.")]
        float neckShare = 0.3f;

        [SerializeField, Range(0f, 2f), Tooltip("Of the performer's gaze. Anime eyes are large: a little is enough. 0 leaves the eyes alone.")]
        float gazeWeight = 0.5f;

        readonly int[] slots = new int[names.Length];
        readonly double[] values = new double[names.Length];
        [NonSerialized] InputLayout layout;
        [NonSerialized] KoekataFace face;
        [NonSerialized] TurnedBone[] bones;
        [NonSerialized] Transform turnedHead;
        [NonSerialized] Quaternion headAtRest;

        /// <summary>How much of the performer's head the character follows, from 0 to 1.</summary>
        public float HeadWeight
        {
            get { return headWeight; }
            set { headWeight = Mathf.Clamp01(value); }
        }

        /// <summary>Looks the bones up anew. The character should stand and look straight ahead.</summary>
        public void Refresh()
        {
            Restore();
            bones = null;
        }

        void OnDisable()
        {
            Restore();
        }

        void LateUpdate()
        {
            if (!face)
                face = GetComponent<KoekataFace>();
            if (!face.Live || face.Driver == null)
            {
                Restore();
                return;
            }
            if (bones == null)
                Find();
            Read(face.Driver.Frame);
            Turn(face.Weight);
        }

        void Find()
        {
            var animator = face.Root.GetComponentInChildren<Animator>();
            Transform found = Bone(animator, head, HumanBodyBones.Head);
            bones = new[]
            {
                new TurnedBone(Bone(animator, neck, HumanBodyBones.Neck)), new TurnedBone(found),
                new TurnedBone(Bone(animator, leftEye, HumanBodyBones.LeftEye)),
                new TurnedBone(Bone(animator, rightEye, HumanBodyBones.RightEye)),
            };
            turnedHead = found;
            if (found)
                headAtRest = Quaternion.Inverse(face.Root.rotation) * found.rotation;
        }

        static Transform Bone(Animator animator, Transform chosen, HumanBodyBones bone)
        {
            return chosen ? chosen : HumanBones.Find(animator, bone);
        }

        void Read(MappingFrame frame)
        {
            if (frame.Layout != layout)
            {
                layout = frame.Layout;
                for (int i = 0; i < slots.Length; i++)
                    slots[i] = layout.Slot(names[i]);
            }
            // What is not observed now stays as it was; the weight of the face takes it out.
            for (int i = 0; i < slots.Length; i++)
            {
                double value;
                if (frame.TryGet(slots[i], out value))
                    values[i] = value;
            }
        }

        void Turn(float share)
        {
            Quaternion axes = face.Root.rotation;
            float forHead = share * headWeight;
            bones[0].Turn(values[0], values[1], values[2], forHead * neckShare, axes);
            bones[1].Turn(values[0], values[1], values[2], forHead * (1f - neckShare), axes);
            if (!turnedHead || gazeWeight <= 0f)
                return;
            Quaternion looking = turnedHead.rotation * Quaternion.Inverse(headAtRest);
            bones[2].Turn(values[3] * gazeWeight, values[4] * gazeWeight, 0.0, share, looking);
            bones[3].Turn(values[5] * gazeWeight, values[6] * gazeWeight, 0.0, share, looking);
        }

        /// <summary>Puts the bones back to what they would be without the performer; the next frame turns them again.</summary>
        public void Restore()
        {
            if (bones != null)
                Array.ForEach(bones, bone => bone.Restore());
        }
    }
}
