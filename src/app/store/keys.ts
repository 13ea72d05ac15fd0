import { filmStore, seek, stepShot, togglePlay } from './film-store'
import { stepStyle } from './styles'

/** Keys of an editing desk: space and K play and stop, arrows step frames, with shift ten, up and down step shots, brackets step styles. */
export function bindKeys(target: Window): void {
  target.addEventListener('keydown', (event) => {
    const on = event.target as HTMLElement | null
    if (event.ctrlKey || event.metaKey || event.altKey || on?.closest('input, select, textarea, [contenteditable]')) return
    const { frame, film, room } = filmStore.getState()
    if (!film || room === 'production') return
    const step = event.shiftKey ? 10 : 1
    const deeds = new Map<string, () => void>([
      [' ', togglePlay],
      ['k', togglePlay],
      ['ArrowLeft', () => seek(frame - step)],
      ['ArrowRight', () => seek(frame + step)],
      ['ArrowUp', () => stepShot(-1)],
      ['ArrowDown', () => stepShot(1)],
      ['Home', () => seek(0)],
      ['End', () => seek(Number.MAX_SAFE_INTEGER)],
      ['f', () => filmStore.setState((s) => ({ view: s.view === 'free' ? 'shot' : 'free' }))],
      ['[', () => stepStyle(-1)],
      [']', () => stepStyle(1)],
      ['c', () => filmStore.setState((s) => ({ captions: !s.captions }))],
    ])
    const deed = deeds.get(event.key.length === 1 ? event.key.toLowerCase() : event.key)
    // A focused button answers to the space bar itself.
    if (!deed || (event.key === ' ' && on?.closest('button, a'))) return
    event.preventDefault()
    deed()
  })
}
