using System.Collections.Generic;
using Koekata.Binding;
using UnityEngine;

namespace Koekata
{
    /// <summary>
    /// What shows VRM expressions on a model. The components Koekata VRM 1.0 and Koekata VRM 0.x are such; another program's
    /// expressions can be driven by a class of one's own.
    /// </summary>
    public abstract class KoekataExpressions : MonoBehaviour
    {
        /// <summary>Along which axis the importer of such models mirrors them.</summary>
        public abstract MirrorAxis Mirror { get; }

        /// <summary>Names of the model's expressions; their places are the numbers of the other members.</summary>
        public abstract IList<string> Names();

        /// <summary>Whether the program itself dampens a category (blink, look_at, mouth) by an expression of the model.</summary>
        public abstract bool Overrides(string expression, string category);

        /// <summary>The weight that something else has given an expression; 0 where that cannot be told.</summary>
        public abstract float Get(int expression);

        /// <summary>Sets a weight from 0 to 1, to be shown with <see cref="Commit"/>. Must not allocate.</summary>
        public abstract void Set(int expression, float weight);

        /// <summary>Shows what was set in this frame.</summary>
        public abstract void Commit();

        /// <summary>Gives back what was taken over.</summary>
        public abstract void Release();
    }
}
