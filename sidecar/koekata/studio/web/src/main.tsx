import { render } from "preact";
import { App } from "./app";
import { followGuide, guide } from "./calibrate/store";
import { get, Refused } from "./link/api";
import * as live from "./link/live";
import { connect } from "./link/socket";
import type { State } from "./link/types";
import { followTable, table } from "./map/store";
import { stage } from "./stage/store";
import { followTheme } from "./ui/theme";
import "./style.css";

const FORBIDDEN = 403;

followTheme();
render(<App />, document.getElementById("app") as HTMLElement);
void begin();

async function begin(): Promise<void> {
  try {
    live.known.value = await get<State>("state");
  } catch (error) {
    if (error instanceof Refused && error.status === FORBIDDEN) {
      live.connection.value = "refused";
      return;
    }
    setTimeout(() => void begin(), 1000);
    return;
  }
  followTable();
  followGuide();
  connect();
}

/** For scripts and tests: what the page knows and shows. */
Object.assign(globalThis, { koekata: { live, stage, table, guide } });
