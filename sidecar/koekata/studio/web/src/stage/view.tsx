import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { performerIds, shownPerformer } from "../link/live";
import { everyFrame } from "../ui/frame";
import { theme } from "../ui/theme";
import { stageSettings } from "./settings";
import { loading, missing, showFile, showFirst, shownModel, stage, stageError } from "./store";

/** The character. three.js is loaded once the page stands. */
export function StageView({ output }: { output: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    let ended = false;
    let stop = () => {};
    void import("./scene").then(async ({ Stage }) => {
      if (ended || !canvas.current) return;
      const made = stand(() => new Stage(canvas.current as HTMLCanvasElement));
      if (!made) return;
      made.onBound = (ids) => {
        missing.value = ids;
      };
      stage.value = made;
      applySettings(output);
      const watch = new ResizeObserver(() => made.resize());
      watch.observe(canvas.current);
      const ending = everyFrame((now) => made.draw(now));
      stop = () => {
        ending();
        watch.disconnect();
        made.end();
        stage.value = null;
      };
      await showFirst();
    });
    return () => {
      ended = true;
      stop();
    };
  }, [output]);
  useSignalEffect(() => {
    void stageSettings.value;
    void theme.value;
    applySettings(output);
  });

  return (
    <section
      class={`stage ${over ? "over" : ""}`}
      aria-label={t("Stage")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file) void showFile(file);
      }}
    >
      <canvas
        ref={canvas}
        id="stage"
        tabIndex={0}
        aria-label={t("The character; drag to look around, wheel to come nearer")}
      />
      {!output && <StageNotes />}
    </section>
  );
}

/** The stage, or null where the browser has no WebGL 2, which is told. */
function stand<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    stageError.value =
      "This browser cannot draw in 3D: it has no WebGL 2. Another browser, or newer drivers of the graphics card, can.";
    return null;
  }
}

function applySettings(output: boolean): void {
  const settings = stageSettings.value;
  const background = output && settings.background === "scene" ? "transparent" : settings.background;
  stage.value?.apply({ ...settings, background }, document.documentElement.dataset.theme !== "light");
}

function StageNotes() {
  const model = shownModel.value;
  return (
    <div class="stage-notes">
      {performerIds.value.length > 1 && (
        <fieldset class="row bare" aria-label={t("Performer")}>
          {performerIds.value.map((id) => (
            <button
              type="button"
              key={id}
              class="button small"
              aria-pressed={shownPerformer.value === id}
              onClick={() => {
                shownPerformer.value = id;
              }}
            >
              {t("Performer {id}", { id: id + 1 })}
            </button>
          ))}
        </fieldset>
      )}
      {loading.value && <p class="note">{t("Loading the character …")}</p>}
      {stageError.value && (
        <p class="note wrong" role="alert">
          {t(stageError.value)}
        </p>
      )}
      {!model && !loading.value && !stageError.value && (
        <p class="note">{t("Drop a .vrm or .glb file here to see it move.")}</p>
      )}
    </div>
  );
}
