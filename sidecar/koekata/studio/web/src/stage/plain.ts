import { MToonMaterial } from "@pixiv/three-vrm";
import {
  type AmbientLight,
  type BufferGeometry,
  type Camera,
  Color,
  type DirectionalLight,
  LinearMipmapNearestFilter,
  Mesh,
  NoColorSpace,
  SkinnedMesh,
  type Texture,
  Vector3,
} from "three";
import { Bend } from "./bend";
import { Cull } from "./cull";
import type { Model } from "./load";
import fragment from "./plain.frag?raw";
import vertex from "./plain.vert?raw";

/** Names by which programs tell that they draw without a graphics card. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether pictures are drawn by the processor. */
export function isSoftware(): boolean {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return false;
  const names = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return SOFTWARE.test(name);
}

/** The lights of the scene. */
export interface Lights {
  key: DirectionalLight;
  fill: AmbientLight;
}

/**
 * Makes a model cheaper to draw for a processor: MToon without rim light, matcaps and normal maps, lit by factors that
 * are the same for a whole material, textures read as they are and from one size, each vertex bent once, and no triangle
 * that would not be seen.
 */
export class Plain {
  private readonly bent: [Bend, Cull | null][];
  private readonly paints: Paint[];
  private readonly toward = new Vector3();
  private sharpness = 1;

  /** Prepares a model, once; then `prepare` is called for each picture. */
  static async of(model: Model, lights: Lights): Promise<Plain> {
    const { fewer } = await import("./fewer");
    const meshes = bending(model);
    for (const mesh of meshes) await fewer(mesh.geometry);
    return new Plain(model, meshes, lights);
  }

  private constructor(
    model: Model,
    meshes: Mesh[],
    private readonly lights: Lights,
  ) {
    this.bent = meshes.map((mesh) => [new Bend(mesh), mesh.geometry.index ? new Cull(mesh) : null]);
    this.paints = [...new Set([...model.materials.values()].flat())]
      .filter((material) => material instanceof MToonMaterial)
      .map((material) => new Paint(material));
  }

  /** Bend and light everything as it is now, for this camera; the world's matrices are those of this picture. */
  prepare(camera: Camera): void {
    for (const [bend, cull] of this.bent) {
      bend.update();
      cull?.update(bend.positions, bend.directions, camera);
    }
    const { key, fill } = this.lights;
    this.toward.copy(key.position).sub(key.target.position).transformDirection(camera.matrixWorldInverse);
    for (const paint of this.paints) paint.mix(key, fill, this.toward, this.sharpness);
  }

  /** Outlines are drawn wider in a coarser picture: thinner than a point, and without smoothed edges, they break up. */
  sharpen(sharpness: number): void {
    this.sharpness = Math.min(1, sharpness);
  }
}

/** The meshes that bones or morphs bend, each with a geometry of its own. */
function bending(model: Model): Mesh[] {
  const [found, geometries] = [[] as Mesh[], new Set<BufferGeometry>()];
  model.root.traverse((node) => {
    if (!(node instanceof Mesh)) return;
    if (!(node instanceof SkinnedMesh) && Object.keys(node.geometry.morphAttributes).length === 0) return;
    if (geometries.has(node.geometry)) node.geometry = node.geometry.clone();
    geometries.add(node.geometry);
    found.push(node);
  });
  return found;
}

/** A material with the shaders that are cheap. */
class Paint {
  private readonly lit = new Color();
  private readonly shade = new Color();
  private readonly outline = new Color();
  private readonly glow = new Color();
  private readonly toward = new Vector3();
  private readonly width: number;

  constructor(private readonly material: MToonMaterial) {
    const { map, shadeMultiplyTexture } = material;
    Object.assign(material, { vertexShader: vertex, fragmentShader: fragment });
    Object.assign(material.uniforms, {
      litScreen: { value: this.lit },
      shadeScreen: { value: this.shade },
      outlineScreen: { value: this.outline },
      glow: { value: this.glow },
      keyDirection: { value: this.toward },
    });
    // A texture that is both the light's and the shade's is looked up once.
    if (map && shadeMultiplyTexture?.source === map.source) this.define("SHADED_BY_MAP", true);
    for (const texture of [map, shadeMultiplyTexture]) if (texture) asItIs(texture);
    this.width = material.outlineWidthFactor;
    material.needsUpdate = true;
  }

  /** The colours of white under this light, as the screen shows them: its factors may have been moved by the table. */
  mix(key: DirectionalLight, fill: AmbientLight, toward: Vector3, sharpness: number): void {
    const { material } = this;
    this.toward.copy(toward);
    this.glow.copy(material.emissive).multiplyScalar(material.emissiveIntensity).convertLinearToSRGB();
    this.define("GLOWING", this.glow.r + this.glow.g + this.glow.b > 0);
    if (material.isOutline) {
      for (const part of ["r", "g", "b"] as const)
        this.lit[part] = material.color[part] * Math.min(1, fill.color[part] * fill.intensity);
      this.outline.copy(material.outlineColorFactor).convertLinearToSRGB();
      material.outlineWidthFactor = this.width / sharpness;
    } else {
      for (const part of ["r", "g", "b"] as const) {
        const [even, aimed] = [fill.color[part] * fill.intensity, key.color[part] * key.intensity];
        this.lit[part] = ((even + aimed) * material.color[part]) / Math.PI;
        this.shade[part] = (even * material.color[part] + aimed * material.shadeColorFactor[part]) / Math.PI;
      }
      this.shade.convertLinearToSRGB();
    }
    this.lit.convertLinearToSRGB();
  }

  private define(name: string, wanted: boolean): void {
    const { [name]: known, ...others } = this.material.defines ?? {};
    if (Boolean(known) === wanted) return;
    this.material.defines = wanted ? { ...others, [name]: 1 } : others;
    this.material.needsUpdate = true;
  }
}

/** Its colours as the screen shows them, and from one size. */
function asItIs(texture: Texture): void {
  texture.colorSpace = NoColorSpace;
  texture.minFilter = LinearMipmapNearestFilter;
  texture.needsUpdate = true;
}
