/** Film grain and glass are what a small picture has no room for. */
export const GAME_FILM = { grain: 0, halation: 0, vignette: 0, aberration: 0 }

/** What games of before three dimensions drew: clear shapes, plain surfaces, everything sharp, things in their own colours. */
export const GAME_SCENE = { texture: 0.65, tint: 0.6, occlusion: 0.7, bloom: 0.5, focus: 0 }

/** The same with few colours: what a thing is painted in is all that tells it. */
export const PLAIN_SCENE = { ...GAME_SCENE, texture: 0.5, tint: 0.35 }

/**
 * Figures in a dark line, as wide as a pixel of so many lines: with few colours nothing else tells a light coat from a light
 * wall, and artists of these machines drew them so.
 */
export const figuresOutlined = (lines: number, outline = 0.75) =>
  ({ outline, outlined: 'people', outlineWidth: Math.min(12, 1000 / lines) }) as const

/** Eight-bit codes of the Mega Drive's own converter for its eight levels, as measured: the steps are uneven. */
export const MEGA_DRIVE_CODES = [0, 52, 87, 116, 144, 172, 206, 255]
