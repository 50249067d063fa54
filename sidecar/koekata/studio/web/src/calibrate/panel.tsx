import { t } from "../i18n";
import { CameraView } from "../live/camera";
import { PerformerChoice } from "../live/performer";
import { Button } from "../ui/controls";
import { AccessPart } from "./access";
import { ResultPart } from "./result";
import { Running } from "./running";
import { ask, type Guide, guide, trouble } from "./store";
import "./style.css";
import { VoicePart } from "./voice";

export function CalibratePanel() {
  const now = guide.value;
  if (!now) return null;
  return (
    <>
      {now.running ? <Running now={now} /> : <Beginning now={now} />}
      {trouble.value && (
        <p class="note wrong" role="alert">
          {trouble.value}
        </p>
      )}
      {!now.running && <ResultPart now={now} />}
      <AccessPart />
      <VoicePart />
      <CameraView />
    </>
  );
}

function Beginning({ now }: { now: Guide }) {
  const seconds = now.steps.reduce((sum, step) => sum + step.seconds, 0);
  return (
    <section class="part">
      <div class="row spread">
        <h2>{t("Calibrate")}</h2>
        <PerformerChoice />
      </div>
      <p>
        {t("In {seconds} seconds the studio learns your resting face and how far you move. It shows what to do.", {
          seconds,
        })}
      </p>
      <div class="row">
        <Button kind="main" id="calibrate" onClick={() => void ask("start")}>
          {t("Begin")}
        </Button>
        <Button id="calibrate-slowly" onClick={() => void ask("start", { pace: 2 })}>
          {t("Slowly: twice the time")}
        </Button>
        <Button id="calibrate-quickly" onClick={() => void ask("start", { pace: 0.5 })}>
          {t("Quickly: half the time")}
        </Button>
      </div>
      <Learnt now={now} />
    </section>
  );
}

/** What came of the last one. */
function Learnt({ now }: { now: Guide }) {
  const { neutral, still, error, remedy } = now.learnt;
  if (error) {
    return (
      <p class="note wrong" role="alert">
        {error}. {remedy}
      </p>
    );
  }
  if (neutral === undefined) return null;
  return (
    <>
      <p class="good" id="learnt" role="status">
        {neutral
          ? t("Done. The resting face was found anew, and is in use.")
          : t("Done. Without pictures only the ranges were learnt.")}
      </p>
      {still && still.length > 0 && (
        <p class="hint">{t("Hardly moved, and left as it is: {channels}.", { channels: still.join(", ") })}</p>
      )}
    </>
  );
}
