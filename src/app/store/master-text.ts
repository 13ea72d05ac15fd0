import { stringify } from 'yaml'

/** What of a resolved production this reads. */
interface Resolved {
  readonly meta: Readonly<Record<string, string>>
  readonly style: { readonly preset: string; readonly contrast: number }
  readonly target_format: string
  readonly aspect: number
  readonly fps: string
  readonly shots: unknown
  readonly outputs: readonly Readonly<Record<string, unknown>>[]
  readonly render: Readonly<Record<string, unknown>>
}

/** A resolved production as the master file that a person would have written for it. */
export function masterText(json: string, script: string): string {
  const { meta, style, target_format, aspect, fps, shots, outputs, render } = JSON.parse(json) as Resolved
  const said = Object.fromEntries(Object.entries(meta).filter(([key, value]) => key !== 'version' && value !== ''))
  const master = {
    meta: said,
    script,
    style: { preset: style.preset, contrast: style.contrast },
    target_format,
    aspect_ratio: ratio(aspect),
    fps: /^\d+$/.test(fps) ? Number(fps) : fps,
    ...(shots === 'auto' ? { shots } : {}),
    outputs,
    render,
  }
  // An empty line before each section, as people write them.
  const text = stringify(master, { lineWidth: 110, aliasDuplicateObjects: false }).replace(/\n(?=(style|outputs|render):)/g, '\n\n')
  return `# The production that ${script} stands for. Change anything; what is left out keeps its default.\n${text}`
}

const RATIOS: readonly (readonly [number, string])[] = [
  [16 / 9, '16:9'],
  [4 / 3, '4:3'],
  [1, '1:1'],
  [9 / 16, '9:16'],
]
const ratio = (aspect: number): string | number => RATIOS.find(([value]) => Math.abs(value - aspect) < 1e-4)?.[1] ?? aspect
