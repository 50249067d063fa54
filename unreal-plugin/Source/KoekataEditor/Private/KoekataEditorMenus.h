#pragma once

/** Entries in the Tools menu, and for mapping assets in the content browser. */
namespace KoekataEditorMenus
{
/** Once the editor's menus are there. */
void Add(const void* Owner);
void Remove(const void* Owner);
} // namespace KoekataEditorMenus
