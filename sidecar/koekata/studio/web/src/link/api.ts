import type { Fault } from "./types";

/** The token that the terminal shows in the address; every request needs it. */
export const token = new URLSearchParams(location.search).get("token") ?? "";

/** A request that the studio refused, with what to do about it. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly remedy: string,
    readonly status: number,
    readonly faults: Fault[] = [],
  ) {
    super(message);
  }
}

export async function get<T>(path: string): Promise<T> {
  return answer<T>(await fetch(`/api/${path}`, { headers: { "X-Koekata-Token": token } }));
}

export async function post<T>(path: string, body: object = {}): Promise<T> {
  return answer<T>(
    await fetch(`/api/${path}`, {
      method: "POST",
      headers: { "X-Koekata-Token": token, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

/** The address of a model that the studio serves. */
export function modelAddress(name: string): string {
  return `/model/${encodeURIComponent(name)}?token=${encodeURIComponent(token)}`;
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const text = await response.text();
  try {
    const found = JSON.parse(text) as { error: string; remedy: string; faults?: Fault[] };
    throw new Refused(found.error, found.remedy, response.status, found.faults ?? []);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(text || response.statusText, "", response.status);
  }
}
