import { useMemo, useRef } from "preact/hooks";
import { t } from "../i18n";
import { performers, shownPerformer } from "../link/live";
import { useFrame } from "../ui/frame";
import { byRegion } from "./regions";
import { traced } from "./traces";

/** A bar for every channel: its length is the weight, its colour how sure the source is. */
export function Meters({ channels }: { channels: string[] }) {
  const box = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => byRegion(channels), [channels]);
  useFrame(() => {
    const frame = performers.get(shownPerformer.value)?.frame;
    if (!frame || !box.current) return;
    for (const meter of box.current.querySelectorAll<HTMLElement>("[data-place]")) {
      const place = Number(meter.dataset.place);
      const [weight, trust] = [frame.weights[place] ?? 0, frame.channel_confidence[place] ?? 0];
      meter.style.setProperty("--weight", weight.toFixed(3));
      meter.style.setProperty("--trust", trust.toFixed(2));
      meter.classList.toggle("unseen-channel", trust === 0);
      const text = meter.lastElementChild;
      if (text) text.textContent = trust === 0 ? "—" : weight.toFixed(2);
    }
  }, 20);
  return (
    <div class="meters" ref={box}>
      {groups.map(([region, names]) => (
        <section key={region} class="meter-group">
          <h3>{t(region)}</h3>
          {names.map(({ name, place }) => (
            <button
              type="button"
              key={name}
              class="meter"
              data-place={place}
              aria-pressed={traced.value.includes(name)}
              title={t("Click to see its trace")}
              onClick={() => {
                const others = traced.value.filter((other) => other !== name);
                traced.value = others.length < traced.value.length ? others : [...others, name].slice(-4);
              }}
            >
              <span class="meter-name">{name}</span>
              <span class="meter-bar" />
              <span class="meter-value" />
            </button>
          ))}
        </section>
      ))}
    </div>
  );
}
