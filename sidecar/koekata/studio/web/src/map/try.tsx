import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../i18n";
import { why } from "../link/live";
import { tryValues } from "../link/socket";
import type { SourceValue } from "../link/types";
import { Check, Slider } from "../ui/controls";

/** Values that stand in the place of the performer's, by channel. */
export const tried = signal<Record<string, number>>({});
const alone = signal(false);

/** Sliders for what moves a row, to see it without a performer who does it. */
export function TryPart({ row }: { row: string }) {
  const found = why.value?.explanation.rows.find((share) => share.id === row);
  const channels = [...new Set(leaves(found?.sources ?? []))];
  const put = (values: Record<string, number>, rest: boolean) => {
    tried.value = values;
    alone.value = rest;
    tryValues(values, rest);
  };
  useEffect(() => () => put({}, false), [row]);
  return (
    <details class="try">
      <summary>{t("Try")}</summary>
      <Check label={t("All else at rest")} value={alone.value} onChange={(rest) => put(tried.value, rest)} />
      {channels.map((name) => (
        <div class="row try-row" key={name}>
          <Check
            label=""
            title={t("Take the slider's value")}
            value={name in tried.value}
            onChange={(on) => put(on ? { ...tried.value, [name]: 0 } : without(tried.value, name), alone.value)}
          />
          <Slider
            label={name}
            value={tried.value[name] ?? 0}
            min={low(name)}
            max={high(name)}
            onInput={(value) => put({ ...tried.value, [name]: value }, alone.value)}
          />
        </div>
      ))}
    </details>
  );
}

function without(values: Record<string, number>, name: string): Record<string, number> {
  return Object.fromEntries(Object.entries(values).filter(([other]) => other !== name));
}

function leaves(sources: SourceValue[]): string[] {
  return sources.flatMap((source) => (source.sources.length > 0 ? leaves(source.sources) : [source.name]));
}

const isAngle = (name: string) => /^(head(Yaw|Pitch|Roll)|gaze)/.test(name);
const low = (name: string) => (isAngle(name) ? -45 : 0);
const high = (name: string) => (isAngle(name) ? 45 : 1);
