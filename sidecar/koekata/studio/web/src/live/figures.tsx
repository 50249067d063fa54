import { useState } from "preact/hooks";
import { t } from "../i18n";
import { counts, figures } from "../link/live";
import type { Figures } from "../link/types";
import { stage } from "../stage/store";
import { useFrame } from "../ui/frame";

interface Page {
  fps: number;
  age: number;
  delay: number;
  lost: number;
}

/** Where the time goes, stage by stage, from the camera to this screen. */
export function FiguresView() {
  const [page, setPage] = useState<Page>({ fps: 0, age: 0, delay: 0, lost: 0 });
  useFrame(() => {
    setPage({ fps: stage.value?.fps ?? 0, age: high(counts.ages), delay: middle(counts.delays), lost: counts.lost });
  }, 2);
  const now = figures.value;
  const most = Math.max(1, ...Object.values(now?.stages ?? {}).map((times) => times.p50));
  return (
    <section class="part">
      <h2>{t("Delay and loss")}</h2>
      <table class="stages">
        <thead>
          <tr>
            <th>{t("stage")}</th>
            <th>{t("usual")}</th>
            <th>{t("at most (1 in 100)")}</th>
            <th>{t("left out")}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {Object.entries(now?.stages ?? {}).map(([name, times]) => (
            <tr key={name}>
              <td>{t(name)}</td>
              <td>{times.p50.toFixed(1)} ms</td>
              <td>{times.p99.toFixed(1)} ms</td>
              <td id={`lost-${name}`}>{share(lossOf(name, now), now)}</td>
              <td>
                <span class="bar" style={{ width: `${(100 * times.p50) / most}%` }} />
              </td>
            </tr>
          ))}
          <tr class="sum">
            <td>{t("capture to outputs")}</td>
            <td>{now?.delay.p50.toFixed(1)} ms</td>
            <td>{now?.delay.p99.toFixed(1)} ms</td>
            <td id="lost-source">{now ? t("{count} at the source", { count: share(now.dropped, now) }) : ""}</td>
            <td />
          </tr>
          <tr class="sum">
            <td>{t("capture to this screen")}</td>
            <td>{page.delay.toFixed(1)} ms</td>
            <td />
            <td id="lost-here">{t("{count} on the way here", { count: page.lost })}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <dl class="facts">
        <dt>{t("Pictures")}</dt>
        <dd>
          {t("{frames}, {rate} a second; face in {share} %", {
            frames: now?.frames ?? 0,
            rate: now?.rate.toFixed(1) ?? "0",
            share: now && now.frames > 0 ? Math.round((100 * now.tracked) / now.frames) : 0,
          })}
        </dd>
        <dt>{t("Drawn")}</dt>
        <dd>
          {t("{fps} fps, newest frame at most {age} ms old", { fps: page.fps.toFixed(0), age: page.age.toFixed(0) })}
        </dd>
      </dl>
      {now?.drift && <p class="note wrong">{now.drift}</p>}
    </section>
  );
}

/** Pictures in which a stage found nothing, or that it did not pass on; null where it passes on all. */
function lossOf(stage: string, now: Figures | null): number | null {
  if (stage === "track" && now) return now.frames - now.tracked;
  return stage === "publish" && now ? now.rejected : null;
}

function share(count: number | null, now: Figures | null): string {
  if (count === null || !now) return "";
  const all = now.frames + now.dropped;
  return count > 0 && all > 0 ? `${count} (${((100 * count) / all).toFixed(1)} %)` : String(count);
}

function middle(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function high(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0;
}
