/** Places whose names are more than one word, as one: what is said of the parts alone is something else (`subway car`). */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:hotel|motel|hostel|pension|inn)-(?:bed-?)?(?:room|suite)s?\b|\b(?:hotel|motel)zimmer\b|\bchambre-d-?hotel\b|\bhabitacion-(?:de|del)-hotel\b|\b(?:camera|stanza)-(?:d-?albergo|(?:di|del)-(?:hotel|albergo))\b|\b(?:presidential|honeymoon|bridal)-suite\b/g,
    'hotelroom',
  ],
  [
    /\b(?:hotel|motel)-(?:lobby|foyer|reception|entrance|hall)\b|\b(?:hotelhalle|hotellobby)\b|\bhall-(?:de-)?(?:[dl]-?)?hotel\b|\b(?:vestibulo|recepcion|lobby)-del-hotel\b|\bhall-dell-?(?:hotel|albergo)\b/g,
    'hotellobby',
  ],
  [
    /\b(?:interrogation|interview|questioning)-(?:room|cell)\b|\bsalle-d-?interrogatoire\b|\bsala-de-interrogatorios?\b|\bsala-(?:degli-)?interrogatori\b/g,
    'interrogation',
  ],
  [/\b(?:ski|chair|car|fork|boat)-lift\b/g, ''],
  [
    /\b(?:subway|metro|tube|underground)-(?:car|train|carriage|coach|wagon)s?\b|\bu-bahn-(?:wagen|waggon|zug)\b|\b(?:rame|wagon|voiture)-de-metro\b|\bvagon-de(?:l)?-metro\b|\bvagone-della-metropolitana\b/g,
    'subwaycar',
  ],
  [
    /\b(?:subway|metro|tube|underground)-(?:station|platform|stop)s?\b|\bu-bahn-(?:station|hof|bahnhof|bahnsteig|steig)\b|\b(?:station|quai)-de-metro\b|\bestacion-de(?:l)?-metro\b|\b(?:stazione|fermata)-della-metropolitana\b/g,
    'subwaystation',
  ],
  [/\bu-bahn\b/g, 'subway'],
  [
    /\b(?:train|railway|railroad|rail|central|union)-(?:station|terminal|terminus)(?!-(?:platform|track))(?:-(?:hall|concourse|lobby))?\b|\b(?:station|bahnhofs)-?(?:concourse|halle)\b|\bgrand-central\b/g,
    'trainstation',
  ],
  [/\b(?:train|railway|railroad|rail|passenger|dining|sleeping|sleeper|pullman|box|club)-(?:car|carriage|coach|wagon)s?\b/g, 'train'],
  [
    /\b(?:air-?plane|aeroplane|plane|aircraft|jet|airliner|passenger)-cabin\b|\b(?:private|passenger)-(?:jet|plane)\b|\bflugzeugkabine\b|\bcabine-d-?avion\b|\bcabina-(?:de(?:l)?-avion|dell-?aereo)\b/g,
    'planeseats',
  ],
  [/\bpool-(?:hall|table|room)s?\b/g, 'bar'],
  [/\b(?:school|high-school|boxing)-gym(?:nasium)?\b/g, 'gym'],
  [/\bpost-office\b|\bbureau-de-poste\b|\boficina-de-correos\b|\bufficio-postale\b/g, 'postoffice'],
  [/\b(?:bank|river)-(?:of-the-)?(?:bank|river)\b/g, 'river'],
  [/\bbank-(?:lobby|hall|counter|vault)\b/g, 'bank'],
  [/\bsafe-deposit-(?:room|vault)\b/g, 'bank'],
  [
    /\bairport(?:-(?:departure|arrival)s?)?-(?:terminal|gate|hall|lounge|lobby|concourse|check-in)\b|\b(?:departure|arrival)s?-(?:lounge|hall|gate)\b|\bboarding-gate\b/g,
    'airportgate',
  ],
  [/\b(?:subway|train|railway|railroad|road|service|sewer)-tunnel\b/g, 'tunnel'],
  [
    /\b(?:coal|gold|silver|salt|old|abandoned|iron|copper)-mines?(?:-(?:shaft|tunnel|gallery))?\b|\bmine-(?:shaft|tunnel|gallery)\b/g,
    'mineshaft',
  ],
  [
    /\b(?:tv|television|news|broadcast(?:ing)?|talk-?show|game-?show)-(?:studio|set|stage|station-studio)s?\b|\bfernsehstudio\b|\bstudio-de-(?:television|tele)\b|\b(?:plato|estudio)-de-television\b|\bplateau-de-television\b|\bstudio-televisivo\b/g,
    'tvstudio',
  ],
  [
    /\b(?:building|construction|work)-(?:site|yard)s?\b|\b(?:site|chantier)-de-construction\b|\bobra-en-construccion\b|\bcantiere-edile\b/g,
    'constructionsite',
  ],
  [
    /\bdorm(?:itory)?-rooms?\b|\bstudentenzimmer\b|\bchambre-d-?etudiant\b|\bhabitacion-de-estudiantes?\b|\bstanza-da-studente\b/g,
    'dormroom',
  ],
  [/\bsalto-de-agua\b|\bchute-d-?eau\b|\bwater-falls?\b/g, 'waterfall'],
  [
    /\b(?:football|soccer|baseball|sports?|athletics?)-(?:field|ground|pitch|arena)s?\b|\b(?:olympic|football|soccer)-stadium\b|\bterrain-de-foot(?:ball)?\b|\bcampo-(?:de-futbol|di-calcio)\b/g,
    'stadium',
  ],
  [/\bdance-hall\b|\bsalle-de-bal\b|\bsalon-de-baile\b|\bsala-da-ballo\b/g, 'dancehall'],
  [
    /\bsignal-?(?:box|cabin|tower|house)(?:es)?\b|\blever-frame\b|\binterlocking-tower\b|\bposte-d-?aiguillage\b|\bcabina-de-(?:senales|enclavamientos)\b|\bcabina-di-blocco\b|\bposto-di-blocco\b/g,
    'signalbox',
  ],
]

/** The slug of a heading with the names in it as one word each. */
export const joinNames = (text: string): string => NAMES.reduce((t, [name, word]) => t.replace(name, word), text)
