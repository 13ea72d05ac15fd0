import workgroups from '../../../shaders/diffuse.wgsl?raw'
import subgroups from '../../../shaders/diffuse-subgroup.wgsl?raw'
import abreast from '../../../shaders/lib/diffuse-abreast.wgsl?raw'
import narrow from '../../../shaders/lib/diffuse-narrow.wgsl?raw'
import wide from '../../../shaders/lib/diffuse-wide.wgsl?raw'

/** Bytes of a vec3i in an array. */
const VEC3 = 16
/** As in diffuse.wgsl and diffuse-subgroup.wgsl: columns that a band can hand down. */
const MOST_COLUMNS = 8200

/** A reach of kernels, as in lib/diffuse-narrow.wgsl and lib/diffuse-wide.wgsl. */
export interface DiffuseReach {
  readonly code: string
  readonly skew: number
  readonly reach: number
  readonly threads: number
  readonly beat: number
  /** vec3i of a `Trail` and of a `Handed`. */
  readonly trail: number
  readonly handed: number
}

/** Kernels that reach one pixel to each side and one row down. */
export const NARROW: DiffuseReach = { code: narrow, skew: 2, reach: 1, threads: 32, beat: 8, trail: 3, handed: 1 }
/** Kernels that reach two pixels to each side and two rows down. */
export const WIDE: DiffuseReach = { code: wide, skew: 3, reach: 2, threads: 16, beat: 4, trail: 8, handed: 2 }

/** How the rows of a whole picture are shared out among threads. */
export interface DiffuseSchedule {
  readonly name: string
  /** What has to stand before everything else in the shader, and the part of its own. */
  readonly directives: string
  readonly code: string
  /** Dispatches by which a band of rows follows the one above. */
  readonly delay: number
  /** Rows of a band. */
  rows(reach: DiffuseReach): number
  /** Steps that a dispatch takes a band further. */
  span(reach: DiffuseReach): number
  /** Steps after which a band of so wide a picture is done. */
  steps(reach: DiffuseReach, width: number): number
  /** Size of its `State`, and of the counts it begins with, which are 0 when a picture begins. */
  stateBytes(reach: DiffuseReach): number
  readonly countBytes: number
}

/** Steps after which one thread's four rows are done. */
const ofOneThread = ({ skew, reach }: DiffuseReach, width: number): number => width + 4 * skew + reach
const lineBytes = ({ handed }: DiffuseReach): number => 2 * MOST_COLUMNS * handed * VEC3

/** As in diffuse.wgsl. */
const MOST_BANDS = 128
const lagOf = ({ skew, reach, beat }: DiffuseReach): number => 3 * skew + reach + beat

/** shaders/diffuse.wgsl: workgroups that meet at barriers. */
export const WORKGROUPS: DiffuseSchedule = {
  name: 'diffuse',
  directives: '',
  code: abreast + workgroups,
  delay: 3,
  rows: ({ threads }) => 4 * threads,
  span: (reach) => reach.beat * Math.floor((reach.threads * lagOf(reach) + reach.beat) / (reach.beat * (WORKGROUPS.delay - 1))),
  steps: (reach, width) => ofOneThread(reach, width) + (reach.threads - 1) * lagOf(reach),
  stateBytes: (reach) => {
    const band = reach.threads * (4 * reach.trail + reach.beat * reach.handed) * VEC3
    return WORKGROUPS.countBytes + lineBytes(reach) + MOST_BANDS * band
  },
  countBytes: 4 * MOST_BANDS,
}
/** As in diffuse-subgroup.wgsl. */
const LANES = 4
const MOST_SMALL_BANDS = 512

/** shaders/diffuse-subgroup.wgsl: workgroups of one subgroup of four threads, without barriers. */
export const SUBGROUPS: DiffuseSchedule = {
  name: 'diffuse-subgroup',
  directives: 'enable subgroups;\ndiagnostic(off, subgroup_uniformity);\n',
  code: subgroups,
  delay: 2,
  rows: () => 4 * LANES,
  span: ({ skew }) => 2 * LANES * 4 * skew,
  steps: (reach, width) => ofOneThread(reach, width) + (LANES - 1) * 4 * reach.skew,
  stateBytes: (reach) => SUBGROUPS.countBytes + lineBytes(reach) + MOST_SMALL_BANDS * LANES * (4 * reach.trail + reach.handed) * VEC3,
  countBytes: 4 * LANES * MOST_SMALL_BANDS,
}

/** Whether a device was made with subgroups and all of them are of four threads, as those of a processor are. */
export function hasSubgroupsOfFour({ features, adapterInfo }: Pick<GPUDevice, 'features' | 'adapterInfo'>): boolean {
  return features.has('subgroups') && adapterInfo.subgroupMinSize === LANES && adapterInfo.subgroupMaxSize === LANES
}

/** The fastest schedule that a device can follow. */
export const scheduleFor = (device: GPUDevice): DiffuseSchedule => (hasSubgroupsOfFour(device) ? SUBGROUPS : WORKGROUPS)
