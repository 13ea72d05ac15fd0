import { readSegment } from '../../encode'
import type { RenderPlan } from '../../film'
import type { Stage, TaskSpec } from '../../pipeline'
import type { PictureCheck } from '../artifacts'
import { captionsSrt, captionsVtt, filmCaptions } from '../captions'
import { frameOfPicture, segmentFile } from '../segments'
import { type FilmRun, runFile } from './film-run'
import type { SegmentList } from './shots'
import { hasSound, soundTask } from './sound'

/**
 * Phase 6. Style and grade are part of every picture and were applied while it was rendered; here the captions are timed
 * against the film as it is cut, the pictures are checked, and the sound is mixed.
 */
export const postProcessStage = (run: FilmRun): Stage => ({
  name: 'post_process',
  title: 'Post-process',
  needs: ['RenderPlan', 'SegmentList'],
  gives: ['PictureCheck', ...(hasSound(run) ? ['SoundPlan'] : [])],
  tasks: () => [captionsTask(run), checkTask(), ...(hasSound(run) ? [soundTask(run)] : [])],
})

function captionsTask(run: FilmRun): TaskSpec {
  const files = [runFile(run, 'captions.vtt'), runFile(run, 'captions.srt')] as const
  return {
    id: 'post_process/captions',
    phase: 'post_process',
    title: 'time the captions',
    needs: [],
    inputs: ['RenderPlan'],
    outputs: files,
    run: async (context) => {
      const captions = filmCaptions(await context.read<RenderPlan>('RenderPlan'), run.range)
      const text = new TextEncoder()
      await context.store.write(files[0], text.encode(captionsVtt(captions)))
      await context.store.write(files[1], text.encode(captionsSrt(captions)))
      return undefined
    },
  }
}

function checkTask(): TaskSpec {
  return {
    id: 'post_process/pictures',
    phase: 'post_process',
    title: 'check the pictures',
    needs: [],
    inputs: ['SegmentList'],
    outputs: ['PictureCheck'],
    run: async (context) => {
      const { outputs } = await context.read<SegmentList>('SegmentList')
      const { fps } = await context.read<RenderPlan>('RenderPlan')
      const checked: PictureCheck['outputs'][number][] = []
      for (const { output, jobs } of outputs) {
        const rate = output.fps ?? fps
        const long = Math.ceil(rate.num / rate.den / 2)
        const seen = new Set<string>()
        const holes: PictureCheck['outputs'][number]['holes'][number][] = []
        const still: PictureCheck['outputs'][number]['still'][number][] = []
        let frames = 0
        for (const job of jobs) {
          await context.checkpoint()
          frames += job.frames
          const bytes = await context.store.read(segmentFile(job.key))
          if (!bytes) {
            holes.push({ address: job.address, first: Math.floor(job.first), frames: job.frames })
            continue
          }
          let since = 0
          const { pictureHashes } = readSegment(bytes)
          for (const [i, hash] of pictureHashes.entries()) {
            seen.add(hash)
            if (hash === pictureHashes[i + 1]) continue
            if (i + 1 - since >= long)
              still.push({ address: job.address, first: Math.floor(frameOfPicture(job, since)), frames: i + 1 - since })
            since = i + 1
          }
        }
        checked.push({ name: output.name, frames, differentPictures: seen.size, holes, still })
      }
      const check: PictureCheck = { schema: 'PictureCheck', version: '1.0.0', outputs: checked }
      await context.write('PictureCheck', check, { parents: ['SegmentList'] })
      return undefined
    },
  }
}
