import { t } from "../i18n";
import type { Json, JsonObject } from "../link/types";
import { Check, Choice, NumberField } from "../ui/controls";
import { edit, table } from "./store";

type Rule = { name: string; numbers: Record<string, number> };

const RULES: Rule[] = [
  { name: "wink", numbers: { on: 0.35, off: 0.2, fade: 0.08, open: 1, close: 1 } },
  { name: "glasses", numbers: { open: 0.2, closed: 0.7, trust: 0.3 } },
  { name: "far_eye", numbers: { from: 25, to: 40 } },
  { name: "gaze_hold", numbers: { on: 0.5, off: 0.3, return: 0.06 } },
];

/** Rules for eyes, and for a face that is lost. */
export function RulesEditor() {
  const sheet = table.value?.sheet;
  if (!sheet) return null;
  const set = (path: string[], value: Json | undefined) =>
    void edit([{ op: "property", path, ...(value === undefined ? {} : { value }) }], path.join("/"));
  const lost = sheet.lost;
  return (
    <section class="part">
      <h2>{t("Eyes")}</h2>
      <NumberField
        label={t("link")}
        value={Number(sheet.eyes.link ?? 0)}
        step={0.05}
        onChange={(value) => set(["eyes", "link"], value)}
      />
      {RULES.map(({ name, numbers }) => {
        const stated = sheet.eyes[name];
        const on = typeof stated === "object" && stated !== null;
        return (
          <div class="rule" key={name}>
            <Check label={t(name)} value={on} onChange={(wanted) => set(["eyes", name], wanted ? {} : false)} />
            {on && (
              <div class="row">
                {Object.entries(numbers).map(([part, usual]) => (
                  <NumberField
                    key={part}
                    label={t(part)}
                    value={Number((stated as JsonObject)[part] ?? usual)}
                    onChange={(value) => set(["eyes", name], { ...(stated as JsonObject), [part]: value })}
                  />
                ))}
              </div>
            )}
          </div>
        );
      })}
      <h2>{t("A face that is lost")}</h2>
      <div class="row">
        <Choice
          label={t("then")}
          value={String(lost.to ?? "neutral")}
          options={(["hold", "neutral", "idle"] as const).map((name) => [name as string, t(name)] as const)}
          onChange={(to) => set(["lost", "to"], to)}
        />
        {Object.entries({ hold: 0.5, ease: 0.5, return: 0.2 }).map(([part, usual]) => (
          <NumberField
            key={part}
            label={t(`${part} s`)}
            value={Number(lost[part] ?? usual)}
            onChange={(value) => set(["lost", part], value)}
          />
        ))}
      </div>
    </section>
  );
}
