import type { ProductionTemplate } from './template'

/** Half a minute about one thing, for the web and in a square. */
export const COMMERCIAL: ProductionTemplate = {
  about: 'half a minute about one thing, for the web and in a square',
  yaml: `# A commercial. The script stands in the file itself.
production:
  meta:
    title: TITLE
    version: 1.0.0

  script: |
    Title: TITLE

    INT. KITCHEN - MORNING

    Sunlight. MAYA (30, yellow sweater, curly brown hair) stands at the counter. She picks up a cup and smells the coffee.

    MAYA
    This is what Monday should smell like.

    She looks out of the window and smiles.

    EXT. STREET - DAY

    Maya walks down the street. She holds the cup in her hand.

    MAYA
    Good morning.

  style:
    look: vivid
    contrast: high

  target_format: web
  aspect_ratio: '16:9'
  fps: 30

  shots: auto

  editorial:
    transitions:
      scene_1: cut
      scene_2: fade

  outputs:
    - name: web
      preset: youtube_1080p
    - name: square
      preset: social_square
`,
}
