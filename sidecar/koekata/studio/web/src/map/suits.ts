import type { Json, Section } from "../link/types";
import type { Field } from "./fields";
import { table } from "./store";

/** A value with which a property begins, so that it can be seen. */
export function first(field: Field): Json {
  const begun: Partial<Record<Field["kind"], Json>> = { pair: [0, 1], numbers: [0], switch: true };
  if (field.name === "name" || field.kind === "name" || field.kind === "text")
    return table.value?.sources?.[field.list ?? "regions"][0] ?? "name";
  if (field.kind === "names") return table.value?.sources?.[field.list ?? "conditions"].slice(0, 1) ?? [];
  return begun[field.kind] ?? field.fallback;
}

/** Whether a property makes sense beside the others. */
export function suits(field: Field, section: Section, properties: Record<string, Json>): boolean {
  if (section === "conditions") {
    const trigger = properties.trigger === true;
    if (["when", "on", "off"].includes(field.name)) return !trigger;
    if (field.name === "duration") return trigger;
    if (field.name === "trigger") return properties.when === undefined;
  }
  if (section === "targets") {
    const of: Record<string, string[]> = {
      name: ["morph", "expression", "sprite", "event"],
      mesh: ["morph"],
      bone: ["bone"],
      property: ["bone", "material", "uv"],
      axis: ["bone", "uv"],
      material: ["material", "uv"],
      component: ["material"],
      count: ["sprite"],
      on: ["event"],
      off: ["event"],
      binary: ["expression"],
      override_blink: ["expression"],
      override_look_at: ["expression"],
      override_mouth: ["expression"],
    };
    const kinds = of[field.name];
    return kinds === undefined || kinds.includes(String(properties.kind ?? "morph"));
  }
  return true;
}
