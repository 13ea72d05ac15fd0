import { BULB, type Recipe, TUBE } from './recipe'

/** Rows of beds under glass: a hothouse by the manor, or what feeds a ship. */
const greenhouse: Recipe = {
  size: (r) => [6.4 * r.range(1, 1.1), 9 * r.range(0.98, 1.12), 3.2],
  floor: {
    'sci-fi': 'metal',
    industrial: 'concrete',
    rustic: 'brick',
    classic: 'tile',
    civic: 'tile',
    modern: 'concrete',
    night: 'concrete',
  },
  walls: { 'sci-fi': 'metal', industrial: 'metal', rustic: 'planks' },
  dado: { heightM: 0.8, kind: 'brick', styles: ['classic', 'rustic', 'civic'] },
  surroundings: {
    classic: 'fields',
    rustic: 'fields',
    civic: 'courtyard',
    modern: 'courtyard',
    industrial: 'courtyard',
    'sci-fi': 'space',
    night: 'courtyard',
  },
  furnish: (l) => {
    l.opening('door', 'south', l.w * 0.5, 1.0, 2.1)
    const panes = Math.round(l.d / 2.3)
    for (const side of ['east', 'west'] as const)
      for (let i = 0; i < panes; i++) l.opening('window', side, (l.d * (i + 0.5)) / panes, (l.d / panes) * 0.82, 1.7, 0.85)
    const end = l.opening('window', 'north', l.w * 0.5, 2.4, 1.8, 0.85)
    // Beds along both sides and one row between two paths; what grows is tallest at the back.
    const bed = [2.1, 0.55, 0.8] as const
    const rows = Math.floor((l.d - 1.6) / 2.3)
    for (let i = 0; i < rows; i++) {
      const z = -l.d / 2 + 0.7 + (i + 0.5) * ((l.d - 1.8) / rows)
      for (const x of [-(l.w / 2 - 0.5), l.w / 2 - 0.5]) l.put('flower-bed', x, z, Math.PI / 2, { size: bed, accent: l.pal.accent })
      if (i < rows - 1) l.put('flower-bed', 0, z, Math.PI / 2, { size: bed, accent: l.pal.accent2 })
    }
    for (const [x, z] of [
      [-(l.w / 2 - 0.4), -l.d / 2 + 0.4],
      [l.w / 2 - 0.4, -l.d / 2 + 0.4],
      [-(l.w / 2 - 0.4), l.d / 2 - 0.4],
    ] as const)
      l.put('house-plant', x, z, l.rnd.range(0, 6), { size: [0.8, 1.9, 0.8] })
    const bench = l.put('bench', l.w * 0.18, l.d / 2 - 0.45, Math.PI, { colour: l.pal.wood })
    l.seat(bench, 0.46, undefined, -0.32)
    l.seat(bench, 0.46, undefined, 0.32)
    l.lean('barrel', 'south', l.w * 0.12)
    if (l.style === 'sci-fi' || l.style === 'industrial' || l.style === 'modern')
      for (const x of [-l.w * 0.3, l.w * 0.3])
        for (const z of [-l.d * 0.26, l.d * 0.2])
          l.lamp(l.hang('ceiling-panel', x, z, { yaw: Math.PI / 2 }), { ...TUBE, kelvin: 5200, lumens: 1900, at: [0, 0, 0] })
    else
      for (const z of [-l.d * 0.25, l.d * 0.22]) l.lamp(l.hang('pendant', 0, z, { size: [0.34, 0.6, 0.34] }), { ...BULB, at: [0, 0.1, 0] })
    l.windowMark(end)
    for (const x of [-l.w * 0.16, l.w * 0.16]) for (const k of [-0.24, 0.12]) l.pair(x, l.d * k, 0.1, 1.1)
  },
}

/** Gardens with a roof. */
export const GARDEN: Readonly<Record<string, Recipe>> = { greenhouse }
