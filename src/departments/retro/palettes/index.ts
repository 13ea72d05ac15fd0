import {
  APPLE_II_HIRES,
  APPLE_II_LORES,
  C64_COLODORE,
  C64_PEPTO,
  CGA_16,
  CPC_27,
  EGA_64,
  GREY_16,
  MAC_1BIT,
  MSX_TMS9918,
  OBRA_1BIT,
  PHOSPHOR_AMBER,
  PHOSPHOR_GREEN,
  TELETEXT_8,
  VIC_20,
  ZX_SPECTRUM,
} from './computers'
import { MASTER_SYSTEM_64, NES_2C02, PICO_8, SWEETIE_16 } from './consoles'
import { GAME_BOY_BGB, GAME_BOY_DMG, GAME_BOY_POCKET, VIRTUAL_BOY } from './handhelds'

export * from './computers'
export * from './consoles'
export * from './handhelds'

/** A palette that comes with the studio. */
export interface BuiltInPalette {
  /** Kebab-case, unique. */
  readonly id: string
  readonly name: string
  /** Other names people say. */
  readonly aliases: readonly string[]
  /** `#rrggbb`, no two equal, 2 to 64. */
  readonly colours: readonly string[]
}

/** Every built-in palette, in the order of lists. */
export const PALETTES: readonly BuiltInPalette[] = [
  { id: 'nes', name: 'NES', aliases: ['famicom', '2c02'], colours: NES_2C02 },
  { id: 'master-system', name: 'Master System', aliases: ['sms'], colours: MASTER_SYSTEM_64 },
  { id: 'pico-8', name: 'PICO-8', aliases: [], colours: PICO_8 },
  { id: 'sweetie-16', name: 'Sweetie 16', aliases: ['tic-80'], colours: SWEETIE_16 },
  { id: 'game-boy', name: 'Game Boy', aliases: ['dmg', 'gb'], colours: GAME_BOY_DMG },
  { id: 'game-boy-bgb', name: 'Game Boy (BGB)', aliases: ['bgb'], colours: GAME_BOY_BGB },
  { id: 'game-boy-pocket', name: 'Game Boy Pocket', aliases: [], colours: GAME_BOY_POCKET },
  { id: 'virtual-boy', name: 'Virtual Boy', aliases: [], colours: VIRTUAL_BOY },
  { id: 'c64', name: 'C64 (Pepto)', aliases: ['commodore 64', 'pepto'], colours: C64_PEPTO },
  { id: 'c64-colodore', name: 'C64 (Colodore)', aliases: ['colodore'], colours: C64_COLODORE },
  { id: 'vic-20', name: 'VIC-20', aliases: [], colours: VIC_20 },
  { id: 'zx-spectrum', name: 'ZX Spectrum', aliases: ['spectrum', 'zx'], colours: ZX_SPECTRUM },
  { id: 'cga', name: 'CGA', aliases: ['ega', 'ega 16', 'cga 16'], colours: CGA_16 },
  { id: 'ega-64', name: 'EGA 64', aliases: [], colours: EGA_64 },
  { id: 'msx', name: 'MSX', aliases: ['tms9918', 'colecovision'], colours: MSX_TMS9918 },
  { id: 'apple2', name: 'Apple II', aliases: ['apple ii hires'], colours: APPLE_II_HIRES },
  { id: 'apple2-lores', name: 'Apple II Lo-Res', aliases: [], colours: APPLE_II_LORES },
  { id: 'cpc', name: 'Amstrad CPC', aliases: ['amstrad'], colours: CPC_27 },
  { id: 'teletext', name: 'Teletext', aliases: ['bbc micro'], colours: TELETEXT_8 },
  { id: 'mac', name: 'Macintosh', aliases: ['1bit', '1-bit'], colours: MAC_1BIT },
  { id: 'obra', name: 'Obra', aliases: [], colours: OBRA_1BIT },
  { id: 'amber', name: 'Amber', aliases: [], colours: PHOSPHOR_AMBER },
  { id: 'green', name: 'Green', aliases: ['green screen'], colours: PHOSPHOR_GREEN },
  { id: 'grey-16', name: 'Grey 16', aliases: ['grey', 'gray', 'gray 16'], colours: GREY_16 },
]

/** The palette of that id, name or alias, whatever its case, spaces and punctuation; undefined where there is none. */
export function paletteByName(name: string): BuiltInPalette | undefined {
  const wanted = plain(name)
  return PALETTES.find((p) => [p.id, p.name, ...p.aliases].some((n) => plain(n) === wanted))
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')
