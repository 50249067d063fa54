using System.Collections.Generic;
using Koekata.Binding;
using Koekata.Mapping;
using UnityEngine;

namespace Koekata
{
    /// <summary>The table that is in force on a model. It is followed, and its targets are looked up once.</summary>
    internal sealed class FaceBinding
    {
        static readonly MissingTarget[] none = new MissingTarget[0];

        KoekataMapping mapping;
        string revision, warning = "";

        /// <summary>From the stream to the targets; null while no table is in force.</summary>
        internal FaceDriver Driver { get; private set; }

        /// <summary>The model and what the table drives of it; null while no table is in force.</summary>
        internal FaceRig Rig { get; private set; }

        /// <summary>What stands in the way of a good result; empty where nothing does.</summary>
        internal string Warning
        {
            get { return warning; }
        }

        /// <summary>Targets of the table that the model does not have.</summary>
        internal IList<MissingTarget> Missing
        {
            get { return Rig == null ? (IList<MissingTarget>)none : Rig.Plan.Missing; }
        }

        /// <summary>Takes what a mapping asset holds now. False while no table is in force.</summary>
        internal bool Follow(KoekataFace face, KoekataMapping wanted, MirrorChoice mirror)
        {
            string now = wanted ? wanted.Revision : null;
            if (mapping == wanted && revision == now)
                return Rig != null;
            MappingTable table = wanted ? wanted.Table : null;
            // The table in force goes on where its file has become bad.
            bool keep = table == null && wanted && mapping == wanted;
            mapping = wanted;
            revision = now;
            if (keep)
                return Rig != null;
            Restore();
            Begin(table, table == null ? null : new FaceRig(table, face.Root, mirror));
            Tell(face);
            return Rig != null;
        }

        /// <summary>Begins anew with the same table.</summary>
        internal void Restart()
        {
            if (Driver != null && Rig != null)
                Driver.Restart(Rig.OverriddenByModel);
        }

        /// <summary>Puts everything back to what it would be without the face.</summary>
        internal void Restore()
        {
            if (Rig != null)
                Rig.Restore();
        }

        /// <summary>Looks the model up anew with the next frame.</summary>
        internal void Forget()
        {
            Restore();
            Rig = null;
            mapping = null;
            revision = null;
        }

        void Begin(MappingTable table, FaceRig rig)
        {
            Rig = rig;
            if (rig == null)
            {
                Driver = null;
                return;
            }
            if (Driver == null)
                Driver = new FaceDriver(table);
            else
                Driver.Adopt(table);
            Driver.Evaluator.LeaveOverridesToModel(rig.OverriddenByModel);
        }

        void Tell(KoekataFace face)
        {
            warning = Rig == null ? "" : JawCheck.Of(face.Root);
            if (warning.Length > 0)
                Debug.LogWarning("Koekata: " + warning, face);
            if (Missing.Count > 0)
                Debug.LogWarning("Koekata: " + Rig.Plan.MissingText(face.name), face);
        }
    }
}
