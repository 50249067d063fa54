import { BufferAttribute, type BufferGeometry, DynamicDrawUsage, Matrix4, type Mesh, SkinnedMesh } from "three";

/** What a morph moves: vertices, and for each how far along x, y, z. */
interface Moves {
  vertices: Uint32Array;
  by: Float32Array;
}

const COLUMNS = 16;

/**
 * Bends a mesh by its morphs and bones on the processor, each vertex once. Where a processor draws as well, it would
 * else do the same for every corner of every triangle, and once more for the outline.
 */
export class Bend {
  private readonly points: Surface;
  private readonly normals: Surface | null;
  private readonly bones: Bones | null;

  /** The geometry must be this mesh's own: it is changed. */
  constructor(private readonly mesh: Mesh) {
    const { geometry } = mesh;
    this.points = new Surface(geometry, "position");
    this.normals = geometry.attributes.normal ? new Surface(geometry, "normal") : null;
    this.bones = mesh instanceof SkinnedMesh ? new Bones(mesh) : null;
    geometry.morphAttributes = {};
    // The renderer asks for nothing else. Where the mesh ends, three.js would find out by bending it once more.
    Object.assign(mesh, { isSkinnedMesh: false, frustumCulled: false });
  }

  /** 3 for each vertex, as it is bent now. */
  get positions(): Float32Array {
    return this.points.now;
  }

  get directions(): Float32Array | null {
    return this.normals?.now ?? null;
  }

  /** Bend it as its weights and bones are now; the world's matrices are those of this picture. */
  update(): void {
    const weights = this.mesh.morphTargetInfluences ?? [];
    this.points.morph(weights);
    this.normals?.morph(weights);
    this.bones?.move(this.points.now, this.normals?.now ?? null);
  }
}

/** Positions or normals. */
class Surface {
  private readonly rest: Float32Array;
  private readonly morphs: Moves[];
  private readonly attribute: BufferAttribute;
  readonly now: Float32Array;

  constructor(geometry: BufferGeometry, name: "position" | "normal") {
    this.rest = flat(geometry.attributes[name] as BufferAttribute);
    this.now = this.rest.slice();
    this.morphs = (geometry.morphAttributes[name] ?? []).map((morph) => moves(flat(morph as BufferAttribute)));
    this.attribute = new BufferAttribute(this.now, 3);
    this.attribute.setUsage(DynamicDrawUsage);
    geometry.setAttribute(name, this.attribute);
  }

  morph(weights: number[]): void {
    this.now.set(this.rest);
    this.morphs.forEach(({ vertices, by }, place) => {
      const weight = weights[place] ?? 0;
      if (weight === 0) return;
      for (let n = 0; n < vertices.length; n += 1) {
        const at = 3 * (vertices[n] as number);
        for (let k = 0; k < 3; k += 1) (this.now[at + k] as number) += weight * (by[3 * n + k] as number);
      }
    });
    this.attribute.needsUpdate = true;
  }
}

/** The bones of a mesh, and how much of each is in each vertex. */
class Bones {
  private readonly index: Uint16Array;
  private readonly weight: Float32Array;
  private readonly matrices: Float32Array;
  private readonly matrix = new Matrix4();
  private readonly mixed = new Float32Array(COLUMNS);

  constructor(private readonly mesh: SkinnedMesh) {
    const { skinIndex, skinWeight } = mesh.geometry.attributes;
    this.index = Uint16Array.from(flat(skinIndex as BufferAttribute));
    this.weight = flat(skinWeight as BufferAttribute);
    this.matrices = new Float32Array(COLUMNS * mesh.skeleton.bones.length);
  }

  move(points: Float32Array, normals: Float32Array | null): void {
    this.look();
    for (let vertex = 0; 3 * vertex < points.length; vertex += 1) {
      const matrix = this.mix(4 * vertex);
      turn(matrix, points, 3 * vertex, 1);
      if (normals) turn(matrix, normals, 3 * vertex, 0);
    }
  }

  /** The matrix of each bone, from the mesh at rest to the mesh now. */
  private look(): void {
    const { skeleton, bindMatrix, bindMatrixInverse } = this.mesh;
    skeleton.bones.forEach((bone, place) => {
      const inverse = skeleton.boneInverses[place] as Matrix4;
      this.matrix.multiplyMatrices(bindMatrixInverse, bone.matrixWorld).multiply(inverse).multiply(bindMatrix);
      this.matrix.toArray(this.matrices as unknown as number[], COLUMNS * place);
    });
  }

  private mix(at: number): Float32Array {
    const first = COLUMNS * (this.index[at] as number);
    if (this.weight[at] === 1) return this.matrices.subarray(first, first + COLUMNS);
    this.mixed.fill(0);
    for (let k = at; k < at + 4; k += 1) {
      const weight = this.weight[k] as number;
      const begin = COLUMNS * (this.index[k] as number);
      if (weight === 0) continue;
      for (let n = 0; n < COLUMNS; n += 1) (this.mixed[n] as number) += weight * (this.matrices[begin + n] as number);
    }
    return this.mixed;
  }
}

/** Put a point (w = 1) or a direction (w = 0) through a matrix. */
function turn(matrix: Float32Array, values: Float32Array, at: number, w: number): void {
  const [x, y, z] = [values[at] as number, values[at + 1] as number, values[at + 2] as number];
  for (let k = 0; k < 3; k += 1) {
    values[at + k] =
      (matrix[k] as number) * x +
      (matrix[k + 4] as number) * y +
      (matrix[k + 8] as number) * z +
      (matrix[k + 12] as number) * w;
  }
}

/** All numbers of an attribute, in order, also where it is packed or shares a buffer. */
export function flat(attribute: BufferAttribute): Float32Array {
  const found = new Float32Array(attribute.count * attribute.itemSize);
  for (let n = 0; n < attribute.count; n += 1)
    for (let k = 0; k < attribute.itemSize; k += 1) found[n * attribute.itemSize + k] = attribute.getComponent(n, k);
  return found;
}

function moves(displacements: Float32Array): Moves {
  const vertices = Uint32Array.from({ length: displacements.length / 3 }, (_, vertex) => vertex).filter((vertex) =>
    displacements.subarray(3 * vertex, 3 * vertex + 3).some((part) => part !== 0),
  );
  const by = new Float32Array(3 * vertices.length);
  vertices.forEach((vertex, n) => {
    by.set(displacements.subarray(3 * vertex, 3 * vertex + 3), 3 * n);
  });
  return { vertices, by };
}
