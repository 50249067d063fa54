namespace Koekata.Binding
{
    /// <summary>A target of the table that the model does not have.</summary>
    public sealed class MissingTarget
    {
        internal MissingTarget(string target, string message)
        {
            Target = target;
            Message = message;
        }

        /// <summary>The id of the target.</summary>
        public string Target { get; private set; }

        /// <summary>What is missing, and what may have been meant.</summary>
        public string Message { get; private set; }

        /// <summary>Both, in one line.</summary>
        public override string ToString()
        {
            return "\"" + Target + "\": " + Message;
        }
    }
}
