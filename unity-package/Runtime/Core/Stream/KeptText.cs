using System;

namespace Koekata.Receiving
{
    /// <summary>A text of messages, made anew only when its bytes change.</summary>
    internal sealed class KeptText
    {
        byte[] bytes = new byte[0];
        int count;

        internal string Text = "";

        internal void Take(byte[] data, int start, int size)
        {
            if (size == count && Ascii.Same(data, start, bytes, 0, size))
                return;
            if (bytes.Length < size)
                bytes = new byte[size];
            Array.Copy(data, start, bytes, 0, size);
            count = size;
            Text = Utf8.Text(data, start, size);
        }
    }
}
