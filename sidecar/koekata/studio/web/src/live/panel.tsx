import { useState } from "preact/hooks";
import { t } from "../i18n";
import { performers, shownPerformer } from "../link/live";
import { useFrame } from "../ui/frame";
import { CameraView } from "./camera";
import { FiguresView } from "./figures";
import { Meters } from "./meters";
import { PerformerChoice } from "./performer";
import { Traces } from "./traces";

export function LivePanel() {
  return (
    <>
      <Performer />
      <section class="part">
        <h2>{t("Traces")}</h2>
        <Traces />
      </section>
      <FiguresView />
      <CameraView />
    </>
  );
}

function Performer() {
  const [channels, setChannels] = useState<string[]>([]);
  const [found, setFound] = useState({ tracked: false, confidence: 0, ypr: [0, 0, 0] });
  useFrame(() => {
    const performer = performers.get(shownPerformer.value);
    if (!performer?.frame) return;
    if (performer.channels !== channels) setChannels(performer.channels);
    const { tracked, confidence, head_ypr } = performer.frame;
    setFound({ tracked, confidence, ypr: head_ypr });
  }, 5);
  return (
    <section class="part">
      <div class="row spread">
        <h2>{t("Channels")}</h2>
        <PerformerChoice />
        <p class={found.tracked ? "good" : "wrong"}>
          {found.tracked ? t("face {share} %", { share: Math.round(found.confidence * 100) }) : t("no face, holding")}
          {"  "}
          {t("turned {yaw}°, raised {pitch}°, tilted {roll}°", {
            yaw: Math.round(found.ypr[0] ?? 0) || 0,
            pitch: Math.round(found.ypr[1] ?? 0) || 0,
            roll: Math.round(found.ypr[2] ?? 0) || 0,
          })}
        </p>
      </div>
      <Meters channels={channels} />
      <p class="hint">{t("Length: the weight. Colour: how sure the source is. A dash: it cannot see this.")}</p>
    </section>
  );
}
