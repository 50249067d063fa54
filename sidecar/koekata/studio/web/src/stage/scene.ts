import { AmbientLight, Color, DirectionalLight, PerspectiveCamera, Scene, Timer, WebGLRenderer } from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import { arriving, type Performer, performers, showed, shownPerformer, targets } from "../link/live";
import type { Character, Frame } from "../link/types";
import { atPicture } from "../ui/frame";
import { Binding } from "./binding";
import { follow } from "./follow";
import { FIELD, frameFace } from "./framing";
import { dispose, loadModel, type Model } from "./load";
import { Pace } from "./pace";
import { isSoftware, Plain } from "./plain";
import type { StageSettings } from "./settings";

const DARK = new Color("#1b1e27");
const LIGHT = new Color("#dfe4ee");
/** Milliseconds for a picture: above the first it gets coarser, below the second finer again. */
const [SLOW_MS, FAST_MS] = [24, 14];
/** How much coarser it gets at most; below, a face is a blur. */
const COARSEST = 0.5;
const ADAPT_MS = 1000;
/** For so long after the last change hair may still swing. */
const SETTLE_MS = 2000;

/** What one picture shows that the one before it did not. */
interface Drawn {
  frame: Frame | null;
  receivedAt: number;
}

/** The stage: one model, moved by the newest frame of the performer that is shown. */
export class Stage {
  private readonly renderer: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(FIELD, 1, 0.05, 50);
  private readonly controls: OrbitControls;
  readonly key = new DirectionalLight(0xffffff, 2.2);
  readonly fill = new AmbientLight(0xffffff, 1.1);
  private readonly timer = new Timer();
  private readonly pace: Pace<Drawn>;
  private readonly software = isSoftware();
  private readonly atOnce: (() => void) | null;
  private readonly drawing = () => this.pace.busy;
  private binding: Binding | null = null;
  /** How the model is drawn where there is no graphics card. */
  private plain: Plain | null = null;
  private layout = -1;
  private drawnFrame: Frame | null = null;
  /** Whether light, camera, size or model are no longer what was drawn. */
  private stale = true;
  private resized = true;
  private changedAt = 0;
  private adaptedAt = 0;
  private sharpness = 1;
  private adaptive = true;
  /** How much coarser the picture is drawn than it was asked for, so that the motion stays fluent. */
  private ease = 1;
  model: Model | null = null;
  /** Called when the model or the table is another one. */
  onBound: (missing: string[]) => void = () => {};

  /** Throws where the browser has no WebGL 2. */
  constructor(private readonly canvas: HTMLCanvasElement) {
    const antialias = !this.software;
    this.renderer = new WebGLRenderer({ canvas, alpha: true, antialias, premultipliedAlpha: true });
    // A processor that draws begins at once: what waits for the next picture of the screen is old before it is drawn.
    this.atOnce = this.software ? () => document.hidden || this.draw(performance.now()) : null;
    if (this.atOnce) arriving.add(this.atOnce);
    if (this.software) atPicture.add(this.drawing);
    this.pace = new Pace(this.renderer.getContext() as WebGL2RenderingContext, tell, this.atOnce);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enableDamping = true;
    this.controls.minDistance = 0.2;
    this.controls.maxDistance = 8;
    this.controls.addEventListener("change", () => {
      this.stale = true;
    });
    canvas.addEventListener("webglcontextrestored", () => {
      this.stale = true;
    });
    this.scene.add(this.key, this.fill);
    this.camera.position.set(0, 1.4, 1.6);
    this.controls.target.set(0, 1.4, 0);
  }

  /** Pictures a second, lately. */
  get fps(): number {
    return this.pace.rate;
  }

  /** Milliseconds for a picture, and how sharp it is drawn: 1 is a point for each of the screen. */
  get effort(): { cost: number; sharpness: number } {
    return { cost: this.pace.cost, sharpness: this.sharpness * this.ease };
  }

  /** The weights that are on the model now, by the name of the morph: the highest of all meshes. */
  weights(): Record<string, number> {
    const found: Record<string, number> = {};
    for (const [name, places] of this.model?.morphs ?? []) {
      found[name] = Math.max(...places.map(({ mesh, index }) => mesh.morphTargetInfluences?.[index] ?? 0));
    }
    return found;
  }

  /** Show a model in the place of the one that is there. Throws where the data is none. */
  async show(data: ArrayBuffer, name: string): Promise<Model> {
    const model = await loadModel(data, name);
    const plain = this.software ? await Plain.of(model, this) : null;
    if (this.model) dispose(this.model);
    this.plain = plain;
    this.model = model;
    this.scene.add(model.root);
    this.layout = -1;
    this.resize();
    this.frameFace();
    return model;
  }

  /** Look at the face from the front, or from so many degrees to its left. */
  frameFace(turn = 0): void {
    if (this.model) frameFace(this.model, this.camera, this.controls, turn);
  }

  apply(settings: StageSettings, dark: boolean): void {
    const angle = (settings.lightAngle * Math.PI) / 180;
    this.key.position.set(Math.sin(angle) * 2, 2, Math.cos(angle) * 2);
    this.key.intensity = 2.2 * settings.light;
    this.fill.intensity = 1.1 * settings.light;
    const { background } = settings;
    this.scene.background =
      background === "transparent" ? null : background === "colour" ? new Color(settings.colour) : dark ? DARK : LIGHT;
    this.canvas.style.transform = settings.mirror ? "scaleX(-1)" : "";
    this.sharpness = settings.sharpness;
    this.adaptive = settings.adaptive;
    if (!this.adaptive) this.ease = 1;
    this.resize();
  }

  /** The canvas may have another size. A new size empties it, so that happens right before it is drawn. */
  resize(): void {
    this.stale = true;
    this.resized = true;
  }

  /** Draw, if the last picture is finished and there is something new to see. */
  draw(now: number): void {
    if (!this.pace.free(performance.now())) return;
    const performer = performers.get(shownPerformer.value);
    const frame = performer?.frame ?? null;
    const fresh = this.stale || frame !== this.drawnFrame || targets.value.layout !== this.layout;
    if (fresh) this.changedAt = now;
    // Between frames the hair swings on, where that costs little.
    else if (this.pace.cost > SLOW_MS / 2 || now - this.changedAt > SETTLE_MS) return;
    this.stale = false;
    const begun = performance.now();
    if (this.resized) this.takeSize();
    this.paint(performer, now);
    const news = { frame: frame === this.drawnFrame ? null : frame, receivedAt: performer?.receivedAt ?? 0 };
    this.drawnFrame = frame;
    this.pace.drawn(news, begun);
    this.adapt(now);
  }

  private takeSize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (width === 0 || height === 0) return;
    this.resized = false;
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, 2) * this.sharpness * this.ease);
    this.renderer.setSize(width, height, false);
    this.plain?.sharpen(this.effort.sharpness);
  }

  private paint(performer: Performer | undefined, now: number): void {
    this.timer.update(now);
    const seconds = Math.min(0.1, this.timer.getDelta());
    const character = performer?.character ?? null;
    this.controls.update(seconds);
    if (this.model)
      this.move(this.model, character !== null && character.layout === this.layout ? character : null, seconds);
    this.renderer.render(this.scene, this.camera);
  }

  private move(model: Model, character: Character | null, seconds: number): void {
    if (this.layout !== targets.value.layout) {
      this.binding = new Binding(model, targets.value.targets);
      this.layout = targets.value.layout;
      this.onBound(this.binding.missing);
    }
    this.binding?.applyExpressions(character);
    follow(model, character?.pose ?? {}, this.binding?.own ?? new Set());
    model.vrm?.update(seconds);
    this.binding?.apply(character);
    if (this.plain === null) return;
    model.root.updateMatrixWorld();
    this.camera.updateMatrixWorld();
    this.plain.prepare(this.camera);
  }

  private adapt(now: number): void {
    if (!this.adaptive || now - this.adaptedAt < ADAPT_MS) return;
    this.adaptedAt = now;
    const { cost } = this.pace;
    const wanted = cost > SLOW_MS ? this.ease * 0.8 : cost < FAST_MS ? this.ease * 1.1 : this.ease;
    const ease = Math.min(1, Math.max(COARSEST / this.sharpness, wanted));
    if (ease === this.ease) return;
    this.ease = ease;
    this.resize();
  }

  end(): void {
    if (this.atOnce) arriving.delete(this.atOnce);
    atPicture.delete(this.drawing);
    this.controls.dispose();
    if (this.model) dispose(this.model);
    this.renderer.dispose();
  }
}

function tell({ frame, receivedAt }: Drawn): void {
  if (frame !== null) showed(frame, receivedAt, performance.now());
}
