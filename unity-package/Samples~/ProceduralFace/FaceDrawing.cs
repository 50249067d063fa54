using System;
using System.Collections.Generic;

namespace Koekata.Samples
{
    /// <summary>
    /// A drawing of coloured pieces, each above those before, whose points move by named shapes. Knows nothing of Unity.
    /// </summary>
    public sealed class FaceDrawing
    {
        readonly List<FacePoint> points = new List<FacePoint>();
        readonly List<uint> colours = new List<uint>();
        readonly List<int> triangles = new List<int>();
        readonly Dictionary<string, Dictionary<int, FacePoint>> shapes = new Dictionary<string, Dictionary<int, FacePoint>>();
        readonly List<string> names = new List<string>();

        /// <summary>The points at rest.</summary>
        public IList<FacePoint> Points
        {
            get { return points.AsReadOnly(); }
        }

        /// <summary>The colour of each point, as 0xRRGGBB.</summary>
        public IList<uint> Colours
        {
            get { return colours.AsReadOnly(); }
        }

        /// <summary>Three points each, in the order of painting.</summary>
        public IList<int> Triangles
        {
            get { return triangles.AsReadOnly(); }
        }

        /// <summary>The names of the shapes, in the order in which they were first used.</summary>
        public IList<string> Shapes
        {
            get { return names.AsReadOnly(); }
        }

        /// <summary>How far each point of a shape moves at full weight; those that are not among them stay.</summary>
        public IDictionary<int, FacePoint> Moves(string shape)
        {
            return shapes[shape];
        }

        /// <summary>Adds a piece whose outline is not dented; the places of its points.</summary>
        public IList<int> AddOutline(IList<FacePoint> outline, uint colour)
        {
            int first = points.Count;
            foreach (FacePoint point in outline)
                AddPoint(point, colour);
            for (int i = 2; i < outline.Count; i++)
                triangles.AddRange(new[] { first, first + i - 1, first + i });
            return Places(first, outline.Count);
        }

        /// <summary>Adds a band between two lines of as many points; the places of its points, the first line before the other.</summary>
        public IList<int> AddBand(IList<FacePoint> one, IList<FacePoint> other, uint colour)
        {
            int first = points.Count, count = one.Count;
            foreach (FacePoint point in one)
                AddPoint(point, colour);
            foreach (FacePoint point in other)
                AddPoint(point, colour);
            for (int i = 0; i + 1 < count; i++)
            {
                int a = first + i, b = a + count;
                triangles.AddRange(new[] { a, a + 1, b, a + 1, b + 1, b });
            }
            return Places(first, 2 * count);
        }

        /// <summary>Lets points move with a shape, each as far as <paramref name="move"/> says for where it is at rest.</summary>
        public void Move(string shape, IEnumerable<int> places, Func<FacePoint, FacePoint> move)
        {
            if (!shapes.ContainsKey(shape))
            {
                shapes[shape] = new Dictionary<int, FacePoint>();
                names.Add(shape);
            }
            foreach (int place in places)
                shapes[shape][place] = move(points[place]);
        }

        void AddPoint(FacePoint point, uint colour)
        {
            points.Add(point);
            colours.Add(colour);
        }

        static IList<int> Places(int first, int count)
        {
            var places = new List<int>();
            for (int i = 0; i < count; i++)
                places.Add(first + i);
            return places;
        }
    }
}
