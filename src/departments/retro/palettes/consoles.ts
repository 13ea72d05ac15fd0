import { cube } from './cube'

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

/** The 64 colours of the Sega Master System: two bits a channel, even steps. */
export const MASTER_SYSTEM_64: readonly string[] = cube([0, 0x55, 0xaa, 0xff])

/** The 16 colours of the PICO-8 fantasy console, as its manual lists them. */
export const PICO_8: readonly string[] = [
  ...['#000000', '#1d2b53', '#7e2553', '#008751', '#ab5236', '#5f574f', '#c2c3c7', '#fff1e8'],
  ...['#ff004d', '#ffa300', '#ffec27', '#00e436', '#29adff', '#83769c', '#ff77a8', '#ffccaa'],
]

/** Sweetie 16 (GrafxKid), the palette that the TIC-80 fantasy console starts with. */
export const SWEETIE_16: readonly string[] = [
  ...['#1a1c2c', '#5d275d', '#b13e53', '#ef7d57', '#ffcd75', '#a7f070', '#38b764', '#257179'],
  ...['#29366f', '#3b5dc9', '#41a6f6', '#73eff7', '#f4f4f4', '#94b0c2', '#566c86', '#333c57'],
]
