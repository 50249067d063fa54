import { useEffect, useState } from "preact/hooks";
import { language as pageLanguage, t } from "../i18n";
import { Button, Choice } from "../ui/controls";
import { useFocusHandedOn } from "../ui/focus";
import { NameField } from "./name";
import {
  askVoice,
  followVoice,
  type Microphones,
  microphones,
  type Script,
  scriptIn,
  type Voice,
  voice,
  voiceTrouble,
} from "./reading";

const SPOKEN: Record<string, string> = { ja: "日本語", en: "English", zh: "中文" };

/** A minute is read aloud, and the network learns the voice. */
export function VoicePart() {
  useEffect(followVoice, []);
  const now = voice.value;
  if (!now) return null;
  const busy = ["listening", "reading", "learning"].includes(now.phase);
  return (
    <section class="part" id="voice">
      <h2>{t("Voice")}</h2>
      {busy ? <Busy now={now} /> : <Ready now={now} />}
      {voiceTrouble.value && (
        <p class="note wrong" role="alert">
          {voiceTrouble.value}
        </p>
      )}
    </section>
  );
}

function Ready({ now }: { now: Voice }) {
  const [name, setName] = useState(now.name ?? "");
  const [language, setLanguage] = useState<string>(now.language ?? pageLanguage.value);
  const [found, setFound] = useState<Microphones | null>(null);
  const [wanted, setWanted] = useState("");
  const [script, setScript] = useState<Script["sentences"] | null>(null);
  const ready = () => void microphones().then(setFound);
  useEffect(() => setScript(null), [language]);
  return (
    <>
      <Outcome now={now} name={name} />
      <p>{t("Read a script for a minute, and vowels and closed lips are heard better in your voice.")}</p>
      <div class="row">
        <NameField id="voice-name" label={t("Name of the voice")} value={name} onInput={setName} />
        <Choice
          label={t("Language of the script")}
          value={language}
          options={now.languages.map((each) => [each, SPOKEN[each] ?? each] as const)}
          onChange={setLanguage}
        />
        {found ? (
          <Choice
            label={t("Microphone")}
            value={wanted}
            options={[["", found.proposed], ...found.microphones.map((each) => [each, each] as const)]}
            onChange={setWanted}
          />
        ) : (
          <Button onClick={ready}>{t("Choose the microphone")}</Button>
        )}
      </div>
      <div class="row">
        <Button
          kind="main"
          id="read"
          disabled={!name}
          onClick={() => void askVoice("start", { name, language, microphone: wanted })}
        >
          {t("Begin to read")}
        </Button>
        <Button onClick={() => void scriptIn(language).then((answer) => setScript(answer?.sentences ?? null))}>
          {t("Show the script")}
        </Button>
      </div>
      {script && (
        <ol id="script">
          {script.map(({ text }) => (
            <li key={text} lang={language}>
              {text}
            </li>
          ))}
        </ol>
      )}
      {now.voices.length > 0 && <p class="hint">{t("Voices kept: {names}", { names: now.voices.join(", ") })}</p>}
    </>
  );
}

/** What came of the last reading. */
function Outcome({ now, name }: { now: Voice; name: string }) {
  if (now.phase === "done") {
    return (
      <p class="good" role="status">
        {t("“{name}” is kept. Vowels heard right: {before} % before, {after} % now. Use it: {command}", {
          name: now.name ?? "",
          before: Math.round(100 * (now.before ?? 0)),
          after: Math.round(100 * (now.after ?? 0)),
          command: `koekata studio --voice ${now.name}`,
        })}
      </p>
    );
  }
  if (now.phase === "useless") {
    return (
      <p class="note warn" role="status">
        {t("Nothing was gained, and nothing was kept: the network knows such voices already, or the room is noisy.")}
      </p>
    );
  }
  if (now.phase !== "failed" && now.phase !== "unsaved") return null;
  return (
    <>
      <p class="note wrong" role="alert">
        {now.error}. {now.remedy}
      </p>
      {now.phase === "unsaved" && (
        <div class="row">
          <Button kind="main" onClick={() => void askVoice("save", { name: name || now.name })}>
            {t("Keep it once more")}
          </Button>
          <Button onClick={() => void askVoice("stop")}>{t("Forget it")}</Button>
        </div>
      )}
    </>
  );
}

function Busy({ now }: { now: Voice }) {
  const part = useFocusHandedOn<HTMLDivElement>();
  return (
    <div class="stack" ref={part} tabIndex={-1}>
      {now.phase === "learning" ? (
        <>
          <p>{t("The voice is being learnt; that takes one to two minutes. The picture may falter meanwhile.")}</p>
          <progress max={1} value={now.share ?? 0} aria-label={t(now.title ?? "")} />
          <p class="hint">{t(now.title ?? "")}</p>
        </>
      ) : (
        <Reading now={now} />
      )}
      <div class="row">
        <Button onClick={() => void askVoice("stop")}>{t("Give up")}</Button>
      </div>
    </div>
  );
}

function Reading({ now }: { now: Voice }) {
  return (
    <>
      {now.phase === "listening" ? (
        <p class="script">{t("Be quiet for a moment …")}</p>
      ) : (
        <>
          <p class="hint" id="sentence">
            {t("Sentence {number} of {count}. Read it as you act, then be quiet: the next one appears.", {
              number: (now.number ?? 0) + 1,
              count: now.count ?? 0,
            })}
          </p>
          <p class="script" lang={now.language} aria-live="polite">
            {now.text}
            {now.language !== "en" && <small>{now.reading}</small>}
          </p>
        </>
      )}
      <meter id="level" class="level" min={0} max={1} high={0.95} value={now.level ?? 0}>
        {Math.round(100 * (now.level ?? 0))}
      </meter>
      <p class="hint">{now.hot ? t("Too loud: turn the microphone down.") : t("Level of the microphone")}</p>
      {now.again && (
        <p class="note warn" role="alert">
          {t("It was not heard to its end. Once more, please, with a pause after it.")}
        </p>
      )}
    </>
  );
}
