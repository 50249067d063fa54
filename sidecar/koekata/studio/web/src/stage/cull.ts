import {
  BackSide,
  type BufferAttribute,
  type Camera,
  DoubleSide,
  DynamicDrawUsage,
  Matrix4,
  type Mesh,
  type Side,
  Uint16BufferAttribute,
  Uint32BufferAttribute,
  Vector3,
} from "three";

/** One way in which all triangles of a mesh are drawn: its surface, or its outline. */
interface Pass {
  side: Side;
  group: { start: number; count: number };
}

/** Beside, below and above the picture, and behind the camera. */
const [LEFT, RIGHT, BELOW, ABOVE, BEHIND] = [1, 2, 4, 8, 16];
/** How far beyond the edge of the picture a vertex still counts as in it: an outline is wider than what it is around. */
const EDGE = 1.05;
/**
 * The cosine between normal and view down to which what faces away is drawn for the outline. An outline is the inside of
 * a larger shell, of which one sees what stands out beside the surface; further back it is hidden by the surface itself.
 */
const AWAY = -0.5;

/**
 * Leaves out the triangles of a bent mesh that would not be seen: those beside the picture, those that face the wrong
 * way, and of the outline those behind the surface. A processor that draws spends most of its time on them.
 */
export class Cull {
  private readonly corners: ArrayLike<number>;
  private readonly index: BufferAttribute;
  private readonly passes: Pass[];
  private readonly outside: Uint8Array;
  private readonly away: Uint8Array;
  private readonly across: Float32Array;
  private readonly up: Float32Array;
  private readonly matrix = new Matrix4();
  private readonly eye = new Vector3();

  /** The geometry must be this mesh's own, with an index: it is changed. */
  constructor(private readonly mesh: Mesh) {
    const { geometry } = mesh;
    const index = geometry.index as BufferAttribute;
    this.corners = index.array.slice();
    const materials = [mesh.material].flat();
    if (geometry.groups.length === 0) geometry.addGroup(0, index.count, 0);
    // With groups, three.js asks for a list of materials.
    mesh.material = materials;
    this.passes = geometry.groups.map((group) => ({
      side: materials[group.materialIndex ?? 0]?.side ?? DoubleSide,
      group,
    }));
    const Kind = index.array instanceof Uint16Array ? Uint16BufferAttribute : Uint32BufferAttribute;
    this.index = new Kind(index.count * this.passes.length, 1);
    this.index.setUsage(DynamicDrawUsage);
    geometry.setIndex(this.index);
    const count = geometry.attributes.position?.count ?? 0;
    [this.outside, this.away] = [new Uint8Array(count), new Uint8Array(count)];
    [this.across, this.up] = [new Float32Array(count), new Float32Array(count)];
  }

  /** Choose what to draw for `points` and `normals` (3 for each vertex) as they are now. */
  update(points: Float32Array, normals: Float32Array | null, camera: Camera): void {
    this.project(points, normals, camera);
    const mirrored = this.mesh.matrixWorld.determinant() < 0;
    let at = 0;
    for (const { side, group } of this.passes) {
      group.start = at;
      at = this.fill(at, side === DoubleSide ? null : (side === BackSide) === mirrored, side === BackSide);
      group.count = at - group.start;
    }
    this.index.clearUpdateRanges();
    this.index.addUpdateRange(0, at);
    this.index.needsUpdate = true;
  }

  private project(points: Float32Array, normals: Float32Array | null, camera: Camera): void {
    this.matrix.copy(this.mesh.matrixWorld).invert();
    const eye = this.eye.setFromMatrixPosition(camera.matrixWorld).applyMatrix4(this.matrix);
    this.matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse).multiply(this.mesh.matrixWorld);
    const m = this.matrix.elements;
    for (let vertex = 0, n = 0; vertex < this.outside.length; vertex += 1, n += 3) {
      const [x, y, z] = [points[n] as number, points[n + 1] as number, points[n + 2] as number];
      const w = m[3] * x + m[7] * y + m[11] * z + m[15];
      const [across, up] = [m[0] * x + m[4] * y + m[8] * z + m[12], m[1] * x + m[5] * y + m[9] * z + m[13]];
      const edge = w * EDGE;
      this.outside[vertex] =
        (across < -edge ? LEFT : 0) |
        (across > edge ? RIGHT : 0) |
        (up < -edge ? BELOW : 0) |
        (up > edge ? ABOVE : 0) |
        (w <= 0 ? BEHIND : 0);
      this.across[vertex] = across / w;
      this.up[vertex] = up / w;
      if (normals === null) continue;
      const [tx, ty, tz] = [eye.x - x, eye.y - y, eye.z - z];
      const toward = (normals[n] as number) * tx + (normals[n + 1] as number) * ty + (normals[n + 2] as number) * tz;
      this.away[vertex] = toward < AWAY * Math.hypot(tx, ty, tz) ? 1 : 0;
    }
  }

  /** `front`: whether the triangles that face the camera are wanted, or those that do not; null for both. */
  private fill(from: number, front: boolean | null, isShell: boolean): number {
    const { corners, outside, away, across, up } = this;
    const into = this.index.array;
    let at = from;
    for (let n = 0; n + 2 < corners.length; n += 3) {
      const [a, b, c] = [corners[n] as number, corners[n + 1] as number, corners[n + 2] as number];
      const [outA, outB, outC] = [outside[a] as number, outside[b] as number, outside[c] as number];
      if ((outA & outB & outC) !== 0) continue;
      if (front !== null && ((outA | outB | outC) & BEHIND) === 0) {
        const [x, y] = [across[a] as number, up[a] as number];
        const area =
          ((across[b] as number) - x) * ((up[c] as number) - y) - ((across[c] as number) - x) * ((up[b] as number) - y);
        if (area > 0 !== front) continue;
        if (isShell && away[a] === 1 && away[b] === 1 && away[c] === 1) continue;
      }
      into[at] = a;
      into[at + 1] = b;
      into[at + 2] = c;
      at += 3;
    }
    return at;
  }
}
