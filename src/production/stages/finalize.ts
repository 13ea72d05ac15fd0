import { strToU8 } from 'fflate'
import { zipFiles } from '../../encode'
import { hashOf, type RenderOutput, type RenderPackage, type RenderPlan, sha256Hex } from '../../film'
import type { Stage, TaskContext, TaskSpec } from '../../pipeline'
import type { PictureCheck, RenderManifest } from '../artifacts'
import { reportHtml } from '../report-html'
import { segmentPicture } from '../segments'
import { outputArtifact } from './export'
import { type FilmRun, runFile } from './film-run'

/** What of a run goes into its package: enough to render it elsewhere, or again later. */
const PACKAGED = [
  'Production',
  'Script',
  'Breakdown',
  'Voices',
  'ShotList',
  'Characters',
  'AssetManifest',
  'RenderPlan',
  'ShotPlans',
  'SegmentList',
] as const

/** Shots that the report shows at most. */
const REPORT_PICTURES = 60

/** Phase 8: the package, the manifest of what was made, and the report. */
export const finalizeStage = (run: FilmRun): Stage => ({
  name: 'finalize',
  title: 'Finalize',
  needs: ['RenderPlan', ...run.outputs.map((o) => outputArtifact(o.name))],
  gives: ['RenderManifest', 'RenderPackage'],
  tasks: () => [manifestTask(run), packageTask(run), reportTask(run)],
})

const outputsOf = (run: FilmRun, context: TaskContext): Promise<RenderOutput[]> =>
  Promise.all(run.outputs.map((o) => context.read<RenderOutput>(outputArtifact(o.name))))

function manifestTask(run: FilmRun): TaskSpec {
  return {
    id: 'finalize/manifest',
    phase: 'finalize',
    title: 'list what was made',
    needs: [],
    inputs: run.outputs.map((o) => outputArtifact(o.name)),
    outputs: ['RenderManifest'],
    run: async (context) => {
      const made = await outputsOf(run, context)
      const plan = await context.read<RenderPlan>('RenderPlan')
      const manifest: RenderManifest = {
        schema: 'RenderManifest',
        version: '1.0.0',
        title: plan.title,
        project: run.project,
        run: run.runId,
        build: run.build,
        outputs: made.map(({ segments, ...output }, i) => ({
          ...output,
          name: run.outputs[i]?.name ?? '',
          holes: segments.filter((s) => s.hole).length,
          segments: segments.map(({ key, shotKey, firstFrame, frames, bytes }) => ({ key, shotKey, firstFrame, frames, bytes })),
        })),
      }
      await context.write('RenderManifest', manifest, { parents: run.outputs.map((o) => outputArtifact(o.name)) })
      return undefined
    },
  }
}

function packageTask(run: FilmRun): TaskSpec {
  const file = runFile(run, 'package.zip')
  return {
    id: 'finalize/package',
    phase: 'finalize',
    title: 'pack what is needed to render it again',
    needs: [],
    inputs: PACKAGED,
    outputs: ['RenderPackage', file],
    rollback: (store) => store.remove(file),
    run: async (context) => {
      const plan = await context.read<RenderPlan>('RenderPlan')
      const files = new Map<string, Uint8Array>()
      const artifacts: RenderPackage['artifacts'][number][] = []
      for (const name of PACKAGED) {
        const value = await context.read<unknown>(name)
        const bytes = strToU8(JSON.stringify(value))
        files.set(`artifacts/${name}.json`, bytes)
        artifacts.push({ name, hash: hashOf(value), bytes: bytes.byteLength })
      }
      for (const { name, bytes } of run.sources) {
        // Files that are only known to be there come without their bytes.
        if (bytes.byteLength === 0) continue
        files.set(`sources/${name}`, bytes)
        artifacts.push({ name: `sources/${name}`, hash: sha256Hex(bytes), bytes: bytes.byteLength })
      }
      const pack: RenderPackage = {
        schema: 'RenderPackage',
        version: '1.0.0',
        title: plan.title,
        artifacts,
        versions: { oneshot: run.build },
      }
      files.set('RenderPackage.json', strToU8(JSON.stringify(pack, undefined, 2)))
      await context.store.write(file, zipFiles(files, 6), context.signal)
      await context.write('RenderPackage', pack, { parents: PACKAGED })
      return undefined
    },
  }
}

function reportTask(run: FilmRun): TaskSpec {
  const file = runFile(run, 'report.html')
  return {
    id: 'finalize/report',
    phase: 'finalize',
    title: 'write the report',
    needs: [],
    inputs: ['RenderPlan', 'PictureCheck', ...run.outputs.map((o) => outputArtifact(o.name))],
    outputs: [file],
    run: async (context) => {
      const plan = await context.read<RenderPlan>('RenderPlan')
      const outputs = await outputsOf(run, context)
      const summary = context.summary()
      const pictures = new Map<string, Uint8Array>()
      // A picture a shot, of the first output, evenly over the film where there are many shots.
      const segments = [
        ...new Map((outputs.find((o) => o.segments.length > 0)?.segments ?? []).filter((s) => !s.hole).map((s) => [s.shotKey, s])).values(),
      ]
      const step = Math.max(1, segments.length / REPORT_PICTURES)
      for (let i = 0; i < segments.length; i += step) {
        const segment = segments[Math.floor(i)]
        const bytes = segment && (await context.store.read(segmentPicture(segment.key)))
        if (segment && bytes) pictures.set(segment.shotKey, bytes)
      }
      const html = reportHtml({
        plan,
        outputs,
        pictures,
        check: await context.read<PictureCheck>('PictureCheck'),
        diagnostics: run.diagnostics,
        runId: run.runId,
        ...(summary ? { summary } : {}),
      })
      await context.store.write(file, strToU8(html))
      return undefined
    },
  }
}
