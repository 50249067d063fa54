import { type Color, type Material, MathUtils, type Object3D, Quaternion, type Texture, Vector3 } from "three";
import type { Character, Target } from "../link/types";
import type { Model, MorphPlace } from "./load";

type Setter = (value: number) => void;

interface Turn {
  node: Object3D;
  rest: Quaternion;
  place: Vector3;
  scale: Vector3;
  angles: Vector3;
  moved: Vector3;
  scaled: Vector3;
}

/** The targets of one table on one model, resolved once; then nothing is looked up. */
export class Binding {
  private readonly before: [Target, Setter][] = [];
  private readonly after: [Target, Setter][] = [];
  private readonly places = new Map<string, number>();
  private readonly turns = new Map<Object3D, Turn>();
  private readonly driven: MorphPlace[] = [];
  /** Ids of targets that the model has no place for. */
  readonly missing: string[] = [];
  /** Names of bones and looks that the table moves itself. */
  readonly own = new Set<string>();

  constructor(
    private readonly model: Model,
    targets: Target[],
  ) {
    targets.forEach((target, place) => {
      this.places.set(target.id, place);
      if (target.kind === "event") return;
      const setter = this.setter(target);
      if (setter === null) {
        this.missing.push(target.id);
        return;
      }
      (target.kind === "expression" ? this.before : this.after).push([target, setter]);
      this.own.add(String(target.address.bone ?? target.address.name ?? target.id).toLowerCase());
    });
  }

  /** What must stand before the model's own update: its expressions. */
  applyExpressions(character: Character | null): void {
    for (const place of this.driven)
      if (place.mesh.morphTargetInfluences) place.mesh.morphTargetInfluences[place.index] = 0;
    for (const [target, set] of this.before) set(this.value(character, target));
  }

  /** What comes on top: morphs, bones, materials, textures, drawings. */
  apply(character: Character | null): void {
    for (const turn of this.turns.values()) {
      turn.angles.set(0, 0, 0);
      turn.moved.set(0, 0, 0);
      turn.scaled.set(1, 1, 1);
    }
    for (const [target, set] of this.after) set(this.value(character, target));
    for (const turn of this.turns.values()) pose(turn);
  }

  private value(character: Character | null, target: Target): number {
    const place = this.places.get(target.id);
    return (place === undefined ? null : character?.values[place]) ?? target.rest;
  }

  private setter(target: Target): Setter | null {
    const name = String(target.address.name ?? target.id).toLowerCase();
    switch (target.kind) {
      case "morph":
        return this.morph(name, String(target.address.mesh ?? "")) ?? this.expression(name);
      case "expression":
        return this.expression(name) ?? this.morph(name, "");
      case "bone":
        return this.bone(target);
      case "material":
        return this.material(target);
      case "uv":
        return this.uv(target);
      case "sprite":
        return this.sprite(name);
      default:
        return null;
    }
  }

  private morph(name: string, mesh: string): Setter | null {
    const found = (this.model.morphs.get(name) ?? []).filter(
      (place) => mesh === "" || place.mesh.name === mesh || place.mesh.parent?.name === mesh,
    );
    if (found.length === 0) return null;
    this.driven.push(...found);
    return (value) => {
      for (const { mesh, index } of found) {
        if (mesh.morphTargetInfluences)
          mesh.morphTargetInfluences[index] = (mesh.morphTargetInfluences[index] ?? 0) + value;
      }
    };
  }

  private expression(name: string): Setter | null {
    const known = this.model.expressions.get(name);
    const manager = this.model.vrm?.expressionManager;
    return known === undefined || !manager ? null : (value) => manager.setValue(known, value);
  }

  private bone(target: Target): Setter | null {
    const name = String(target.address.bone).toLowerCase();
    const node = this.model.bones.get(name) ?? this.model.nodes.get(name);
    const axis = target.address.axis as "x" | "y" | "z";
    if (!node) return null;
    const turn = this.turn(node);
    const { property } = target.address;
    if (property === "rotation") {
      return (value) => {
        turn.angles[axis] = MathUtils.degToRad(value);
      };
    }
    const vector = property === "scale" ? turn.scaled : turn.moved;
    return (value) => {
      vector[axis] = value;
    };
  }

  private turn(node: Object3D): Turn {
    let found = this.turns.get(node);
    if (!found) {
      const [rest, place, scale] = [node.quaternion.clone(), node.position.clone(), node.scale.clone()];
      found = { node, rest, place, scale, angles: new Vector3(), moved: new Vector3(), scaled: new Vector3(1, 1, 1) };
      this.turns.set(node, found);
    }
    return found;
  }

  private material(target: Target): Setter | null {
    const found = this.model.materials.get(String(target.address.material).toLowerCase()) ?? [];
    const setters = found.map((material) => materialSetter(material, target)).filter((setter) => setter !== null);
    if (setters.length === 0) return null;
    return (value) => {
      for (const set of setters) set(value);
    };
  }

  private uv(target: Target): Setter | null {
    const found = this.model.materials.get(String(target.address.material).toLowerCase()) ?? [];
    const textures = new Set(found.flatMap(texturesOf));
    const axis = target.address.axis === "v" ? "y" : "x";
    if (textures.size === 0) return null;
    const rest = new Map([...textures].map((texture) => [texture, texture.offset[axis]]));
    return (value) => {
      for (const [texture, begin] of rest) texture.offset[axis] = begin + value;
    };
  }

  /** Drawings are nodes below one of that name, of which one is shown. */
  private sprite(name: string): Setter | null {
    const parent = this.model.nodes.get(name);
    if (!parent || parent.children.length === 0) return null;
    return (value) => {
      parent.children.forEach((child, index) => {
        child.visible = index === value;
      });
    };
  }
}

const quaternion = new Quaternion();
const [X, Y, Z] = [new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)];

/** z first, then x, then y, on top of the rest: `mappings/SPEC.md`, targets. */
function pose(turn: Turn): void {
  turn.node.quaternion.copy(turn.rest);
  turn.node.quaternion.multiply(quaternion.setFromAxisAngle(Y, turn.angles.y));
  turn.node.quaternion.multiply(quaternion.setFromAxisAngle(X, turn.angles.x));
  turn.node.quaternion.multiply(quaternion.setFromAxisAngle(Z, turn.angles.z));
  turn.node.position.copy(turn.place).add(turn.moved);
  turn.node.scale.copy(turn.scale).multiply(turn.scaled);
}

type Coloured = Material & { color?: Color; emissive?: Color; map?: Texture | null };

function materialSetter(material: Coloured, target: Target): Setter | null {
  const property = String(target.address.property).replace(/^_/, "").toLowerCase();
  if (property === "opacity" || property === "alpha") {
    return (value) => {
      material.opacity = value;
      material.transparent = true;
      material.visible = value > 0;
    };
  }
  const colour = property.startsWith("emissi")
    ? material.emissive
    : property.includes("color")
      ? material.color
      : undefined;
  const component = target.address.component as "r" | "g" | "b" | "a" | "value" | undefined;
  if (!colour || component === undefined) return null;
  if (component === "a") {
    return (value) => {
      material.opacity = value;
    };
  }
  return (value) => {
    if (component === "value") colour.setScalar(value);
    else colour[component] = value;
  };
}

function texturesOf(material: Coloured): Texture[] {
  return Object.values(material).filter((value): value is Texture => Boolean((value as Texture | null)?.isTexture));
}
