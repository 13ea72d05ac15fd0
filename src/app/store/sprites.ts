import { createStore } from 'zustand/vanilla'
import type { ProgressEvent } from '../../pipeline'
import { type SpritesRequest, startRenderWorker, type WrittenSprites } from '../../workers'
import { studio } from './studio'
import { messageOf } from './words'

/** A file that is offered. */
export interface OfferedFile {
  readonly name: string
  readonly url: string
  readonly bytes: number
}

/** A sprite sheet, from the click to its files. */
export type SpritesState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: ProgressEvent | undefined }
  | { readonly kind: 'done'; readonly made: WrittenSprites; readonly files: readonly OfferedFile[] }
  | { readonly kind: 'failed'; readonly message: string }

export const spritesStore = createStore<SpritesState>(() => ({ kind: 'idle' }))

/** What the reader chooses. */
export type SpritesChoice = Omit<SpritesRequest, 'folder' | 'name' | 'quality'>

const show = (state: SpritesState): void => spritesStore.setState(state, true)

/** Stops what is being made; replaced by each sheet's own. */
let stop: () => void = () => {}

/** Draws a character's sheet in a worker of its own, and offers its files. */
export async function makeSprites(choice: SpritesChoice): Promise<void> {
  closeSprites()
  show({ kind: 'running', progress: undefined })
  let stopped = false
  let end: (() => void) | undefined
  stop = () => {
    stopped = true
    end?.()
    show({ kind: 'idle' })
  }
  try {
    const cast = await studio.planner.door.character(choice.character)
    const renderer = await startRenderWorker()
    end = renderer.terminate
    if (stopped) return renderer.terminate()
    const name = choice.character.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    const request = { ...choice, quality: 'production', folder: 'sprites/', name }
    const made = await renderer.sprites(cast, request, (progress) => {
      if (!stopped) show({ kind: 'running', progress })
    })
    const files: OfferedFile[] = []
    for (const { file, called, bytes } of made.files) {
      const type = called.endsWith('.png') ? 'image/png' : 'application/json'
      const content = await renderer.door.read(file)
      if (!content) throw new Error(`${called} is not in the store`)
      files.push({ name: called, url: URL.createObjectURL(new Blob([content as BlobPart], { type })), bytes })
    }
    renderer.terminate()
    if (!stopped) show({ kind: 'done', made, files })
  } catch (error) {
    end?.()
    if (!stopped) show({ kind: 'failed', message: messageOf(error) })
  }
}

/** Stops at once; nothing is kept. */
export const cancelSprites = (): void => stop()

/** Lets the files go that were offered. */
export function closeSprites(): void {
  const state = spritesStore.getState()
  if (state.kind === 'done') for (const { url } of state.files) URL.revokeObjectURL(url)
  show({ kind: 'idle' })
}
