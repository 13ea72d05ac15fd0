import { Quat, type Value, Vec3, z } from '../../../film'

const Index = z.int().nonnegative()
const TextureRef = z.looseObject({ index: Index, texCoord: z.int().optional() })

const Node = z.looseObject({
  name: z.string().optional(),
  children: z.array(Index).optional(),
  mesh: Index.optional(),
  skin: Index.optional(),
  translation: Vec3.optional(),
  rotation: Quat.optional(),
  scale: Vec3.optional(),
  matrix: z.array(z.number()).length(16).optional(),
})
export type GltfNode = Value<z.infer<typeof Node>>

const Primitive = z.looseObject({
  attributes: z.record(z.string(), Index),
  indices: Index.optional(),
  material: Index.optional(),
  mode: z.int().optional(),
  targets: z.array(z.record(z.string(), Index)).optional(),
})
export type GltfPrimitive = Value<z.infer<typeof Primitive>>

const Material = z.looseObject({
  name: z.string().optional(),
  pbrMetallicRoughness: z
    .looseObject({
      baseColorFactor: z.array(z.number()).length(4).optional(),
      baseColorTexture: TextureRef.optional(),
      metallicFactor: z.number().optional(),
      roughnessFactor: z.number().optional(),
    })
    .optional(),
  emissiveFactor: Vec3.optional(),
  alphaMode: z.string().optional(),
  alphaCutoff: z.number().optional(),
  doubleSided: z.boolean().optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
})
export type GltfMaterial = Value<z.infer<typeof Material>>

const Target = z.looseObject({ node: Index.optional(), mesh: Index.optional(), index: Index, weight: z.number() })
const Preset = z.looseObject({ morphTargetBinds: z.array(Target).optional() })

/** VRM 1.0's extension, as far as it is read (vrm-c, VRMC_vrm-1.0). */
const Vrm1 = z.looseObject({
  specVersion: z.string().optional(),
  humanoid: z.looseObject({ humanBones: z.record(z.string(), z.looseObject({ node: Index })) }),
  expressions: z.looseObject({ preset: z.record(z.string(), Preset).optional() }).optional(),
})
/** VRM 0.x' extension, as far as it is read; its weights are percent. */
const Vrm0 = z.looseObject({
  humanoid: z.looseObject({ humanBones: z.array(z.looseObject({ bone: z.string(), node: z.int() })) }),
  blendShapeMaster: z
    .looseObject({
      blendShapeGroups: z
        .array(z.looseObject({ name: z.string().optional(), presetName: z.string().optional(), binds: z.array(Target).nullish() }))
        .optional(),
    })
    .optional(),
})

/** What of a glTF 2.0 file is read; everything else is left alone. */
export const Gltf = z.looseObject({
  asset: z.looseObject({ version: z.string() }),
  extensionsRequired: z.array(z.string()).optional(),
  scene: Index.optional(),
  scenes: z.array(z.looseObject({ nodes: z.array(Index).optional() })).optional(),
  nodes: z.array(Node).optional(),
  meshes: z
    .array(
      z.looseObject({
        name: z.string().optional(),
        primitives: z.array(Primitive),
        extras: z.looseObject({ targetNames: z.array(z.string()).optional() }).nullish(),
      }),
    )
    .optional(),
  skins: z.array(z.looseObject({ joints: z.array(Index).min(1), inverseBindMatrices: Index.optional() })).optional(),
  materials: z.array(Material).optional(),
  textures: z.array(z.looseObject({ source: Index.optional(), sampler: Index.optional() })).optional(),
  samplers: z.array(z.looseObject({ wrapS: z.int().optional(), wrapT: z.int().optional() })).optional(),
  images: z.array(z.looseObject({ uri: z.string().optional(), mimeType: z.string().optional(), bufferView: Index.optional() })).optional(),
  buffers: z.array(z.looseObject({ uri: z.string().optional(), byteLength: Index })).optional(),
  bufferViews: z
    .array(z.looseObject({ buffer: Index, byteOffset: Index.optional(), byteLength: Index, byteStride: Index.optional() }))
    .optional(),
  accessors: z
    .array(
      z.looseObject({
        bufferView: Index.optional(),
        byteOffset: Index.optional(),
        componentType: z.int(),
        normalized: z.boolean().optional(),
        count: z.int().positive(),
        type: z.string(),
        min: z.array(z.number()).optional(),
        max: z.array(z.number()).optional(),
        sparse: z
          .looseObject({
            count: Index,
            indices: z.looseObject({ bufferView: Index, byteOffset: Index.optional(), componentType: z.int() }),
            values: z.looseObject({ bufferView: Index, byteOffset: Index.optional() }),
          })
          .optional(),
      }),
    )
    .optional(),
  extensions: z.looseObject({ VRMC_vrm: Vrm1.optional(), VRM: Vrm0.optional() }).optional(),
})
export type Gltf = Value<z.infer<typeof Gltf>>
