/**
 * The 54 different colours a Ricoh 2C02 puts on an NTSC screen, as decoded on the NESdev wiki
 * ("PPU palettes"); no canonical RGB exists. In order of code $00–$3C; left out are $0D (blacker
 * than black, upsets receivers), the mirrored blacks, and $30, which equals $20.
 */
export const NES_2C02: readonly string[] = [
  ...['#545454', '#001e74', '#081090', '#300088', '#440064', '#5c0030', '#540400'],
  ...['#3c1800', '#202a00', '#083a00', '#004000', '#003c00', '#00323c', '#000000'],
  ...['#989698', '#084cc4', '#3032ec', '#5c1ee4', '#8814b0', '#a01464', '#982220'],
  ...['#783c00', '#545a00', '#287200', '#087c00', '#007628', '#006678'],
  ...['#eceeec', '#4c9aec', '#787cec', '#b062ec', '#e454ec', '#ec58b4', '#ec6a64'],
  ...['#d48820', '#a0aa00', '#74c400', '#4cd020', '#38cc6c', '#38b4cc', '#3c3c3c'],
  ...['#a8ccec', '#bcbcec', '#d4b2ec', '#ecaeec', '#ecaed4', '#ecb4b0'],
  ...['#e4c490', '#ccd278', '#b4de78', '#a8e290', '#98e2b4', '#a0d6e4', '#a0a2a0'],
]

/** The four shades of the first Game Boy's screen, dark to light, in the greens it is remembered by (Aseprite's "Game Boy" palette). */
export const GAME_BOY_DMG: readonly string[] = ['#0f380f', '#306230', '#8bac0f', '#9bbc0f']
