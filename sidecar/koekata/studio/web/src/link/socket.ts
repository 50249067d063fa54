import { decodeMulti, encode } from "@msgpack/msgpack";
import { token } from "./api";
import * as live from "./live";
import type { Message } from "./types";

const PATIENCE_MS = 1000;
let socket: WebSocket | null = null;
let asked: { why: { target: string; performer: number } | null; picture: boolean } = { why: null, picture: false };

/** Stay connected for as long as the page is open. */
export function connect(): void {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const opened = new WebSocket(`${scheme}://${location.host}/stream?token=${encodeURIComponent(token)}`);
  opened.binaryType = "arraybuffer";
  let welcome = false;
  opened.onopen = () => {
    welcome = true;
    socket = opened;
    live.connection.value = "open";
    if (asked.why) send({ type: "why", ...asked.why });
    if (asked.picture) send({ type: "picture", on: true });
  };
  opened.onmessage = (event: MessageEvent<ArrayBuffer>) => {
    try {
      for (const message of decodeMulti(event.data)) take(message as Message);
      for (const told of live.arriving) told();
    } finally {
      // Until this is said, only a few more messages are sent: whatever is late is replaced by something newer.
      send({ type: "taken", count: 1 });
    }
  };
  opened.onclose = () => {
    socket = null;
    if (live.connection.value !== "refused") live.connection.value = welcome ? "lost" : live.connection.value;
    setTimeout(connect, PATIENCE_MS);
  };
}

export function send(message: object): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(encode(message));
}

export function fire(trigger: string, action: "on" | "off" | "toggle"): void {
  send({ type: "fire", trigger, action });
}

/** Put values in the place of what the performer does; `alone` lets all else rest. */
export function tryValues(values: Record<string, number>, alone: boolean): void {
  send({ type: "try", values, alone });
}

export function askWhy(target: string | null, performer = 0): void {
  asked = { ...asked, why: target === null ? null : { target, performer } };
  send({ type: "why", target, performer });
}

export function askPicture(on: boolean): void {
  asked = { ...asked, picture: on };
  send({ type: "picture", on });
}

function take(message: Message): void {
  switch (message.type) {
    case "layout":
      live.performer(message.performer).channels = message.channels;
      break;
    case "frame": {
      const known = live.performer(message.performer);
      const last = known.frame?.sequence ?? message.sequence - 1;
      if (message.sequence > last) live.counts.lost += message.sequence - last - 1;
      live.counts.received += 1;
      known.frame = message;
      known.before = null;
      known.receivedAt = performance.now();
      break;
    }
    case "before":
      live.performer(message.performer).before = message.weights;
      break;
    case "targets":
      live.targets.value = { layout: message.layout, targets: message.targets };
      break;
    case "character":
      live.performer(message.performer).character = message;
      break;
    case "figures":
      live.figures.value = message;
      break;
    case "status":
      live.status.value = message;
      break;
    case "why":
      live.why.value = message;
      break;
    case "picture":
      live.picture.value = message;
      break;
    case "held":
      live.held.set(message.performer, message.shares);
      break;
    case "table":
      live.tableRevision.value = message.revision;
      break;
    case "calibration":
      live.calibrationNews.value += 1;
      break;
  }
}
