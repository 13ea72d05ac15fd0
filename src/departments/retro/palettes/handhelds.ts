/** The four shades of the first Game Boy's screen, dark to light, in the greens it is remembered by (Aseprite's "Game Boy" palette). */
export const GAME_BOY_DMG: readonly string[] = ['#0f380f', '#306230', '#8bac0f', '#9bbc0f']

/** The first Game Boy as the BGB emulator shows it: paler, nearer to the eye in daylight. */
export const GAME_BOY_BGB: readonly string[] = ['#081820', '#346856', '#88c070', '#e0f8d0']

/** The Game Boy Pocket: greys. */
export const GAME_BOY_POCKET: readonly string[] = ['#000000', '#545454', '#a8a8a8', '#ffffff']

/** The Virtual Boy: red light-emitting diodes at four strengths. */
export const VIRTUAL_BOY: readonly string[] = ['#000000', '#550000', '#aa0000', '#ff0000']
