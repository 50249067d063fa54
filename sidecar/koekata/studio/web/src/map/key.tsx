import { t } from "../i18n";
import { Button, Check, NumberField } from "../ui/controls";
import { added, at, type Key, moved, removed } from "./shape";

interface Props {
  keys: Key[];
  chosen: number;
  onChange: (keys: Key[]) => void;
}

/** The numbers of the key that is chosen, and what can be done with it. */
export function KeyFields({ keys, chosen, onChange }: Props) {
  const key = keys[chosen];
  return (
    <div class="curve-side">
      <Button onClick={() => onChange(added(keys, middle(keys)))}>{t("Add a key")}</Button>
      {key && (
        <>
          <NumberField
            label={t("In")}
            value={at(key, 0)}
            onChange={(x) => onChange(moved(keys, chosen, x, at(key, 1)))}
          />
          <NumberField
            label={t("Out")}
            value={at(key, 1)}
            onChange={(y) => onChange(moved(keys, chosen, at(key, 0), y))}
          />
          <Check
            label={t("Smooth")}
            value={key.length > 2}
            onChange={(smooth) => onChange(sloped(keys, chosen, smooth ? 0 : null))}
          />
          {key.length > 2 && (
            <NumberField
              label={t("Slope")}
              value={at(key, 2)}
              onChange={(slope) => onChange(sloped(keys, chosen, slope))}
            />
          )}
          <Button kind="danger" onClick={() => onChange(removed(keys, chosen))}>
            {keys.length <= 2 ? t("No curve") : t("Remove the key")}
          </Button>
        </>
      )}
    </div>
  );
}

function sloped(keys: Key[], chosen: number, slope: number | null): Key[] {
  return keys.map((key, index) => (index === chosen ? [...key.slice(0, 2), ...(slope === null ? [] : [slope])] : key));
}

/** In the widest gap. */
function middle(keys: Key[]): number {
  const gaps = keys
    .slice(1)
    .map((key, index) => [at(key, 0) - at(keys[index] as Key, 0), (at(key, 0) + at(keys[index] as Key, 0)) / 2]);
  return gaps.sort((a, b) => (b[0] ?? 0) - (a[0] ?? 0))[0]?.[1] ?? 0.5;
}
