namespace UnityEngine
{
    /// <summary>ScriptReference/IExposedPropertyTable; Runtime/Export/Director/IExposedPropertyTable.cs</summary>
    public interface IExposedPropertyTable
    {
    }
}
