using System;
using System.Collections.Generic;

namespace Koekata.Mapping
{
    /// <summary>Sorts without changing the order of equals.</summary>
    internal static class StableOrder
    {
        internal static T[] By<T>(IEnumerable<T> entries, Func<T, int> key)
        {
            var places = new List<KeyValuePair<int, T>>();
            foreach (T entry in entries)
                places.Add(new KeyValuePair<int, T>(places.Count, entry));
            places.Sort((a, b) => Compare(key(a.Value), key(b.Value), a.Key, b.Key));
            return places.ConvertAll(place => place.Value).ToArray();
        }

        static int Compare(int a, int b, int placeOfA, int placeOfB)
        {
            return a != b ? a.CompareTo(b) : placeOfA.CompareTo(placeOfB);
        }
    }
}
