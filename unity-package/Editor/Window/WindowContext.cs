using System;

namespace Koekata.Editor
{
    /// <summary>What the views of the window share: the face that is looked at, and the table that is edited.</summary>
    internal sealed class WindowContext
    {
        internal WindowContext(KoekataFace face, MappingSession session)
        {
            Face = face;
            Session = session;
            Data = new PackageData();
        }

        /// <summary>Told when another face is looked at.</summary>
        internal event Action FaceChanged;

        /// <summary>May be missing.</summary>
        internal KoekataFace Face { get; private set; }

        internal MappingSession Session { get; private set; }

        internal PackageData Data { get; private set; }

        internal KoekataReceiver Receiver
        {
            get { return Face ? Face.Receiver : null; }
        }

        internal void Look(KoekataFace face)
        {
            Face = face;
            if (face && face.Mapping)
                Session.Open(face.Mapping);
            if (FaceChanged != null)
                FaceChanged();
        }
    }
}
