import { table } from "./store";

/** What the fields may be filled with. */
export function NameLists() {
  const names = table.value?.sources;
  if (!names) return null;
  const lists = { ...names, sources: [...names.inputs, ...names.signals] };
  return (
    <>
      {Object.entries(lists).map(([name, values]) => (
        <datalist key={name} id={`names-${name}`}>
          {values.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ))}
    </>
  );
}
