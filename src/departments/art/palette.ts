import type { Random } from '../../film'

/** How a place is made: chooses surfaces and colours. */
export type Style = 'rustic' | 'modern' | 'classic' | 'sci-fi' | 'industrial' | 'civic' | 'night'

/** Colours that belong together; walls are mid-value so that faces stand out. */
export interface Palette {
  readonly wall: string
  readonly dado: string
  readonly trim: string
  readonly floor: string
  readonly ceiling: string
  readonly wood: string
  readonly cloth: string
  readonly accent: string
  readonly accent2: string
  readonly metal: string
}

const make = (row: string): Palette => {
  const c = row.split(' ').map((h) => `#${h}`)
  return {
    wall: c[0]!,
    dado: c[1]!,
    trim: c[2]!,
    floor: c[3]!,
    ceiling: c[4]!,
    wood: c[5]!,
    cloth: c[6]!,
    accent: c[7]!,
    accent2: c[8]!,
    metal: c[9]!,
  }
}

// wall, dado, trim, floor, ceiling, wood, cloth, accent, accent2, metal
const ROWS: Readonly<Record<Style, readonly string[]>> = {
  rustic: [
    'b7a284 7d7a5f 5d4631 7d5c3d cabb9e 6f4e33 8f4a3a a4572f 5b6b52 6b6660',
    'a7a48c 64705f 4d4234 80644a c4bda4 7a573a 5f6f7c b5743c 80493f 66625c',
    'b59a80 8a5f45 4a3526 6b4c35 c6b193 5f4129 6e5a4b 3f6165 b98a3e 5e5a55',
    '94a09a 5f6b69 e0d6c2 846a4e cfcab9 8a6846 a65d4b d0a356 54635b 747270',
  ],
  classic: [
    '8f9a8a 6a7566 ded5c2 6f4f36 d3ccbd 5b3b28 7c4a44 b48a4a 3f5560 8a7a58',
    'a58c7c 7a5f52 d9ccb8 5f422e d0c5b5 4f3424 4f6470 a9603f c8a867 8c7b5c',
    '7d8c96 5c6a75 d8d4c8 7a5a3e d2cfc6 6a4630 99594a c89b52 4c4a57 88806e',
    'a89b73 7f7450 cfc4a2 6b4a33 d6cfba 5e3f2b 5b6c59 934a3a d2a85c 82765a',
  ],
  modern: [
    'a3a59f 7f837f e2dfd8 8d7257 d8d6d0 9a7752 56707a c0794a 3f4c52 8b8d8e',
    '8fa3a6 6a8085 e4e0d6 a3835f dcd9d2 a67f55 c4a06a b85f45 4a5a63 8f9496',
    'b3a695 8c8174 e6e0d4 7c6450 dbd5ca 8c6a4a 6d7f6a c7924f 5a4a48 8d8a85',
    '97968f 74746f dedad0 6c6259 d4d1ca 7a6350 a4574a d4a65a 49606a 85888a',
  ],
  'sci-fi': [
    '8b959b 616c74 c9cfd0 4d555b a7b0b4 8c8f90 c2763a d98a3a 3f7f8c 7e878c',
    '9a9a90 6c6e68 d3d0c2 565852 b3b2a8 908c80 9d4f3c cf9a3f 4d7a70 86867f',
    '7f8b93 545f69 b9c4c9 434b52 9aa6ac 7a838a 3f6f80 c9cfd0 c9703d 6f7a82',
  ],
  industrial: [
    '8c8a82 6d6e66 4f5555 6c6a66 75736d 7a6248 a0653a c08a35 506a70 6a6e70',
    '93785f 6e5a49 43484a 67625b 6b665f 70553c 5c6e6a b0582f 4a5a66 65625f',
    '7e8886 56706a 3d4546 5f6162 6f7473 7d6a50 8f4b38 d0a03a 46606e 70777a',
  ],
  civic: [
    'a09c86 6f7d6e d5cfbd 77705f d3d0c4 8a6a48 5a6e78 b8723d 7f4a40 83857f',
    '8fa09a 5d7872 dcd8cb 6a6e68 d6d6cf 936f4c 96604a d0a24e 3f5566 868b8a',
    'a79a88 7e6a58 d8d0c0 75685a d4cec2 7c583a 54695e a8553d c59c52 857f78',
  ],
  night: [
    '6f4f47 4a332d 3a2820 4f3828 5a4740 56351f 7a3030 c08a3e 2f5a58 9a7a46',
    '4f6260 38474a 2f2a26 53402f 4c5352 5f3d26 8a4a34 cf9a48 7a3038 937a50',
    '75604a 50402f 33261d 4a3526 63543f 4e3220 3f5a52 b4553a d0a050 96804f',
  ],
}

/** The palette of a place: by style, then by seed. */
export const paletteOf = (style: Style, rnd: Random): Palette => make(rnd.pick(ROWS[style]))
