namespace UnityEngine
{
    /// <summary>ScriptReference/IExposedPropertyTable</summary>
    public interface IExposedPropertyTable
    {
    }
}
