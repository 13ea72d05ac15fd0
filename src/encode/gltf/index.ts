export { GltfFile, type GltfPrimitive, type GltfTrack } from './gltf-file'
export { packedGlb } from './packed-glb'
