namespace Koekata.Editing
{
    /// <summary>
    /// Edits of `eyes` and `lost`, which are no lists of entries. What stands in a part of such a block is named with "/":
    /// `wink/on`.
    /// </summary>
    public static class BlockEdits
    {
        /// <summary>The value at a path of a block; null where it is not stated.</summary>
        public static JsonValue Find(JsonValue block, string path)
        {
            JsonValue found = block;
            foreach (string name in path.Split('/'))
                found = found == null || !found.IsObject ? null : found[name];
            return found;
        }

        /// <summary>
        /// Sets a value; null takes it away. A part of a table counts whole, whatever the tables below say of it. So a part that
        /// this file does not have is taken over from <paramref name="whole"/>, the block with all that the table extends.
        /// </summary>
        public static TableText Set(TableText table, string block, string path, JsonValue value, JsonValue whole)
        {
            int end = path.IndexOf('/');
            string top = end < 0 ? path : path.Substring(0, end);
            JsonValue own = table.Find("/" + block + "/" + top), known = whole[top];
            if (end < 0 || (own != null && own.IsObject))
                return value == null ? Without(table, block, path) : table.Set("/" + block + "/" + path, value);
            bool stated = known != null && known.IsObject;
            if (value == null && (!stated || Find(known, path.Substring(end + 1)) == null))
                return table;
            JsonValue part = stated ? known.Copy() : JsonValue.NewObject();
            Put(part, path.Substring(end + 1).Split('/'), value);
            return table.Set("/" + block + "/" + top, part);
        }

        // A block of which nothing is left goes, too.
        static TableText Without(TableText table, string block, string path)
        {
            TableText less = table.Remove("/" + block + "/" + path);
            return less != table && less.Count("/" + block) == 0 ? less.Remove("/" + block) : less;
        }

        static void Put(JsonValue part, string[] names, JsonValue value)
        {
            JsonValue holder = part;
            for (int i = 0; i + 1 < names.Length; i++)
                holder = Within(holder, names[i]);
            if (value == null)
                holder.Remove(names[names.Length - 1]);
            else
                holder[names[names.Length - 1]] = value;
        }

        static JsonValue Within(JsonValue holder, string name)
        {
            if (holder[name] == null || !holder[name].IsObject)
                holder[name] = JsonValue.NewObject();
            return holder[name];
        }
    }
}
