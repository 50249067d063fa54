/** What is drawn, on its way through the graphics card. */
interface Drawing<T> {
  what: T;
  begun: number;
  fence: WebGLSync;
}

const USUAL = 0.2;
const MOST_MS = 250;
/** Milliseconds after which a picture counts as finished, whatever the card says: the stage must never stand still. */
const PATIENCE_MS = 20_000;
/** How often to look whether it is finished, where that is looked for between the pictures of the screen. */
const LOOK_MS = 2;

/**
 * Lets one picture at a time be drawn. A graphics card takes more than it can draw, and each that waits there makes
 * what is seen older; so the next one begins, with the newest frame, when the last one is finished.
 */
export class Pace<T> {
  private drawing: Drawing<T> | null = null;
  private counted = { since: 0, pictures: 0 };
  /** Milliseconds that a picture takes, lately. */
  cost = 0;
  /** Pictures in the last second. */
  rate = 0;

  constructor(
    private readonly gl: WebGL2RenderingContext,
    private readonly finished: (what: T) => void,
    /** Called once the last picture is finished, for a drawing that takes longer than the screen's own pictures. */
    private readonly next: (() => void) | null = null,
  ) {}

  /** Whether a picture was begun and is not known to be finished. */
  get busy(): boolean {
    return this.drawing !== null;
  }

  /** Whether the graphics card has nothing to do. */
  free(now: number): boolean {
    if (this.drawing === null) return true;
    const { fence, begun, what } = this.drawing;
    // A card that was lost finishes nothing any more.
    const lost = this.gl.isContextLost();
    const waits = !lost && now - begun < PATIENCE_MS;
    if (waits && this.gl.getSyncParameter(fence, this.gl.SYNC_STATUS) !== this.gl.SIGNALED) return false;
    this.drawing = null;
    if (lost) return true;
    this.gl.deleteSync(fence);
    // While a page is hidden, nothing is looked at.
    this.cost += USUAL * (Math.min(now - begun, MOST_MS) - this.cost);
    this.count(now);
    this.finished(what);
    return true;
  }

  private count(now: number): void {
    this.counted.pictures += 1;
    const seconds = (now - this.counted.since) / 1000;
    if (seconds < 1) return;
    this.rate = this.counted.pictures / seconds;
    this.counted = { since: now, pictures: 0 };
  }

  /** Everything of a picture was handed over. */
  drawn(what: T, begun: number): void {
    const fence = this.gl.fenceSync(this.gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    this.gl.flush();
    this.drawing = fence === null ? null : { what, begun, fence };
    if (this.next) setTimeout(this.look, LOOK_MS);
  }

  private readonly look = () => {
    if (this.drawing === null) return;
    if (this.free(performance.now())) this.next?.();
    else setTimeout(this.look, LOOK_MS);
  };
}
