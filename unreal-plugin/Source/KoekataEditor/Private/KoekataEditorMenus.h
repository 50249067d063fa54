#pragma once

/** Entries in the Tools menu, and for mapping assets in the content browser. */
namespace KoekataEditorMenus
{
/** Once the editor's menus are there. */
void Add(void* Owner);
void Remove(void* Owner);
} // namespace KoekataEditorMenus
