import { createRoot } from 'react-dom/client'
import './studio.css'
import { StudioPage } from './panels/studio-page'
import { bindKeys } from './store/keys'

/** Puts the studio on the page. */
export function startStudio(root: HTMLElement): void {
  bindKeys(window)
  createRoot(root).render(<StudioPage />)
}
