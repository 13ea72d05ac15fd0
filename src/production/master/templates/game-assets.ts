import type { ProductionTemplate } from './template'

/** Pictures for a game in its own pixels: listed shots, no script. */
export const GAME_ASSETS: ProductionTemplate = {
  about: 'pictures for a game in its own pixels, shot by shot, without a script',
  yaml: `# Pictures for a game. There is no script: the shots are listed.
production:
  meta:
    title: TITLE
    version: 1.0.0

  target_format: game
  aspect_ratio: '4:3'
  fps: 12

  # What several shots share.
  templates:
    portrait:
      location: TOWER
      seconds: 2
      camera: { size: MCU, angle: eye, move: static, framing: single }

  characters:
    - { name: KNIGHT, sex: female, age: 28, hair: long red hair, wardrobe: 'brown leather coat, black trousers, boots' }
    - { name: WIZARD, sex: male, age: 80, hair: 'long white hair, full beard', wardrobe: 'purple robe, boots' }

  locations:
    - { name: TOWER, preset: church, interior: true, light: candles }
    - { name: FOREST, preset: forest, interior: false, time_of_day: dusk, weather: fog }

  shots:
    - name: knight
      template: portrait
      characters: [KNIGHT]
    - name: wizard
      template: portrait
      characters: [WIZARD]
    - name: forest
      location: FOREST
      seconds: 3
      camera: { size: WS, move: pan, framing: establishing }

  outputs:
    - 8bit_game
    - 16bit_game

  # Figures to walk about with: a packed PNG and TexturePacker JSON each.
  sprites:
    - { character: KNIGHT, style: nes, height: 32 }
    - { character: WIZARD, style: snes, height: 48, directions: 8 }
`,
}
