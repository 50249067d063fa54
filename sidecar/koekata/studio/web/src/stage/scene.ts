import {
  AmbientLight,
  Box3,
  Color,
  DirectionalLight,
  PerspectiveCamera,
  Scene,
  Timer,
  Vector3,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import { counts, note, performers, shownPerformer, targets } from "../link/live";
import { Binding } from "./binding";
import { follow } from "./follow";
import { dispose, loadModel, type Model } from "./load";
import type { StageSettings } from "./settings";

const FIELD = 24;
const DARK = new Color("#1b1e27");
const LIGHT = new Color("#dfe4ee");
/** Below the first the picture gets coarser, above the second finer again. */
const [SLOW_FPS, FAST_FPS] = [25, 45];
const COARSEST = 0.3;

/** The stage: one model, moved by the newest frame of the performer that is shown. */
export class Stage {
  private readonly renderer: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(FIELD, 1, 0.05, 50);
  private readonly controls: OrbitControls;
  private readonly key = new DirectionalLight(0xffffff, 2.2);
  private readonly fill = new AmbientLight(0xffffff, 1.1);
  private readonly timer = new Timer();
  private binding: Binding | null = null;
  private layout = -1;
  private shown = { performer: -1, sequence: -1 };
  private due = { since: 0, fps: 0, frames: 0 };
  private sharpness = 1;
  /** How much coarser the picture is drawn than it was asked for, so that the motion stays fluent. */
  private ease = 1;
  model: Model | null = null;
  /** Called when the model or the table is another one. */
  onBound: (missing: string[]) => void = () => {};

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.renderer = new WebGLRenderer({ canvas, alpha: true, antialias: true, premultipliedAlpha: true });
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enableDamping = true;
    this.controls.minDistance = 0.2;
    this.controls.maxDistance = 8;
    this.scene.add(this.key, this.fill);
    this.camera.position.set(0, 1.4, 1.6);
    this.controls.target.set(0, 1.4, 0);
  }

  /** Pictures a second, lately. */
  get fps(): number {
    return this.due.fps;
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
    if (this.model) dispose(this.model);
    this.model = model;
    this.scene.add(model.root);
    this.layout = -1;
    this.frameFace();
    return model;
  }

  /** Look at the face from the front. */
  frameFace(): void {
    const model = this.model;
    if (!model) return;
    model.root.updateWorldMatrix(true, true);
    const head = model.vrm?.humanoid.getRawBoneNode("head") ?? model.bones.get("head");
    if (head) {
      const eyes = head.getWorldPosition(new Vector3()).add(new Vector3(0, 0.06, 0));
      this.look(eyes, 0.46);
      return;
    }
    const box = new Box3().setFromObject(model.root);
    const size = box.getSize(new Vector3());
    this.look(box.getCenter(new Vector3()), Math.max(size.x, size.y, 0.1) * 1.15);
  }

  private look(at: Vector3, height: number): void {
    const distance = height / 2 / Math.tan((FIELD * Math.PI) / 360);
    this.controls.target.copy(at);
    this.camera.position.set(at.x, at.y, at.z + distance);
    this.controls.update();
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
    this.resize();
  }

  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (width === 0 || height === 0) return;
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, 2) * this.sharpness * this.ease);
    this.renderer.setSize(width, height, false);
  }

  /** Draw the newest frame. */
  draw(now: number): void {
    this.timer.update(now);
    const seconds = Math.min(0.1, this.timer.getDelta());
    const performer = performers.get(shownPerformer.value);
    const character = performer?.character ?? null;
    if (this.model)
      this.move(this.model, character !== null && character.layout === this.layout ? character : null, seconds);
    this.controls.update(seconds);
    this.renderer.render(this.scene, this.camera);
    this.count(now);
  }

  private move(model: Model, character: Parameters<Binding["apply"]>[0], seconds: number): void {
    if (this.layout !== targets.value.layout) {
      this.binding = new Binding(model, targets.value.targets);
      this.layout = targets.value.layout;
      this.onBound(this.binding.missing);
    }
    this.binding?.applyExpressions(character);
    follow(model, character?.pose ?? {}, this.binding?.own ?? new Set());
    model.vrm?.update(seconds);
    this.binding?.apply(character);
  }

  private count(now: number): void {
    this.due.frames += 1;
    if (now - this.due.since > 1000) {
      this.due = { since: now, fps: (this.due.frames * 1000) / (now - this.due.since), frames: 0 };
      this.adapt(this.due.fps);
    }
    const performer = performers.get(shownPerformer.value);
    const frame = performer?.frame;
    if (!performer || !frame || this.shown.sequence === frame.sequence) return;
    this.shown = { performer: frame.performer, sequence: frame.sequence };
    counts.shown += 1;
    note(counts.ages, performance.now() - performer.receivedAt);
    note(counts.delays, Date.now() - Number(frame.wall_ns) / 1e6);
  }

  private adapt(fps: number): void {
    const wanted = fps < SLOW_FPS ? this.ease * 0.7 : fps > FAST_FPS ? this.ease * 1.1 : this.ease;
    const ease = Math.min(1, Math.max(COARSEST, wanted));
    if (ease === this.ease) return;
    this.ease = ease;
    this.resize();
  }

  end(): void {
    this.controls.dispose();
    if (this.model) dispose(this.model);
    this.renderer.dispose();
  }
}
