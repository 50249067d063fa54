import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { CalibratePanel } from "./calibrate/panel";
import { guide } from "./calibrate/store";
import { t } from "./i18n";
import { connection, figures, known, status } from "./link/live";
import { fire } from "./link/socket";
import { LivePanel } from "./live/panel";
import { MapPanel } from "./map/panel";
import { redo, save, table, undo } from "./map/store";
import { SettingsPanel } from "./settings/panel";
import { StagePanel } from "./stage/panel";
import { stage } from "./stage/store";
import { StageView } from "./stage/view";
import { TriggersPanel } from "./triggers/panel";
import { type Action, keys, listenToKeys } from "./ui/keys";
import { remembered } from "./ui/store";

const TABS = {
  Stage: StagePanel,
  Live: LivePanel,
  Map: MapPanel,
  Triggers: TriggersPanel,
  Calibrate: CalibratePanel,
  Settings: SettingsPanel,
} as const;
type Tab = keyof typeof TABS;
const NAMES = Object.keys(TABS) as Tab[];

const tab = remembered<Tab>("tab", "Live");
/** Whether nothing but the character is shown, for OBS and the like; `view=output` in the address begins with it. */
export const output = signal(new URLSearchParams(location.search).get("view") === "output");

export function App() {
  useEffect(() => listenToKeys(act, (trigger) => fire(trigger, "toggle")), []);
  if (connection.value === "refused") return <Refusal />;
  if (output.value) {
    return (
      <main class="output">
        <StageView output />
      </main>
    );
  }
  const Panel = TABS[tab.value] ?? LivePanel;
  return (
    <div class="app">
      <TopBar />
      <main class="work">
        <StageView output={false} />
        <section class="panel" id="panel" role="tabpanel" aria-label={t(tab.value)} tabIndex={-1}>
          <Panel />
        </section>
      </main>
    </div>
  );
}

function act(action: Action): void {
  if ((NAMES as string[]).includes(action)) tab.value = action as Tab;
  else if (action === "Undo") void undo();
  else if (action === "Redo") void redo();
  else if (action === "Save") void save();
  else if (action === "Look at the face") stage.value?.frameFace();
  else if (action === "Output only") output.value = !output.value;
}

function TopBar() {
  return (
    <header class="top">
      <h1>
        <img src="./favicon.svg" alt="" width="22" height="22" /> Koekata
      </h1>
      <div role="tablist" aria-label={t("Parts of the studio")} class="tabs" onKeyDown={moveTab}>
        {NAMES.map((name) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`tab-${name}`}
            class="tab"
            aria-selected={tab.value === name}
            aria-controls="panel"
            tabIndex={tab.value === name ? 0 : -1}
            title={keys.value[name] ?? ""}
            onClick={() => {
              tab.value = name;
            }}
          >
            {t(name)}
            {name === "Calibrate" && guide.value?.running && tab.value !== name ? (
              <span class="dot" title={t("A calibration is on")} />
            ) : null}
            {name === "Map" && table.value?.dirty ? <span class="dot" title={t("Unsaved")} /> : null}
            {name === "Map" && table.value && table.value.faults.length > 0 ? (
              <span class="count">{table.value.faults.length}</span>
            ) : null}
          </button>
        ))}
      </div>
      <SourceState />
    </header>
  );
}

function moveTab(event: KeyboardEvent): void {
  const now = NAMES.indexOf(tab.value);
  const wanted = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: -1 }[event.key];
  if (wanted === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const next = NAMES[(wanted + NAMES.length) % NAMES.length] as Tab;
  tab.value = next;
  document.getElementById(`tab-${next}`)?.focus();
}

/** The name of a film without its folders; addresses and cameras as they are. */
function nameOf(source: string): string {
  return source.replace(/^(?:\/|[A-Za-z]:[\\/]).*[\\/]/, "");
}

function SourceState() {
  const state = status.value?.state ?? "running";
  const now = figures.value;
  const lost = connection.value === "lost" || connection.value === "connecting";
  return (
    <p class="source" role="status">
      <span class={`lamp ${lost ? "off" : state}`} />
      <span class="ellipsis" title={known.value?.source}>
        {lost
          ? t("Not connected: is the studio still running?")
          : state === "running"
            ? nameOf(known.value?.source ?? "")
            : `${t(state)} ${status.value?.detail ?? ""}`}
      </span>
      {now && !lost && (
        <span class="figures">
          {t("{rate} fps, {delay} ms", { rate: now.rate.toFixed(0), delay: now.delay.p50.toFixed(0) })}
        </span>
      )}
    </p>
  );
}

function Refusal() {
  return (
    <main class="refusal">
      <h1>Koekata</h1>
      <p>{t("This page needs the address as the terminal shows it, with its token.")}</p>
      <p>{t("Start `koekata studio`, and open the address that it prints.")}</p>
    </main>
  );
}
