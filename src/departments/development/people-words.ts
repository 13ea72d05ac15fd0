const set = (words: string) => new Set(words.split(' '))

/** Nouns that mean one person. English, with the plainest words of the languages whose headings are read. */
export const PERSON_NOUNS = set(
  'man woman boy girl child kid baby toddler teenager teen youth lady gentleman guy bloke lad lass person stranger neighbour neighbor friend lover wife husband mother father mom mum dad son daughter brother sister twin grandmother grandfather grandma grandpa aunt uncle nephew niece cousin widow widower bride groom orphan adult elder waitress waiter barman barmaid bartender barista cook chef baker butcher clerk cashier shopkeeper stallholder vendor seller merchant customer client guest host hostess maid butler servant janitor cleaner porter bellboy receptionist secretary assistant manager boss owner landlord landlady driver chauffeur cabbie pilot stewardess steward captain sailor fisherman fisherwoman lifeguard conductor passenger commuter traveller traveler tourist hitchhiker cyclist runner jogger skater surfer doctor nurse surgeon paramedic patient dentist vet scientist professor teacher student pupil librarian writer poet painter artist actor actress singer dancer musician drummer guitarist violinist pianist clown magician juggler photographer reporter journalist anchor detective inspector cop policeman policewoman officer constable sheriff deputy sergeant lieutenant colonel general commander soldier guard bodyguard sentry sniper spy agent thief burglar robber pickpocket gangster thug henchman killer assassin hitman prisoner inmate warden lawyer judge priest monk nun rabbi imam bishop pope king queen prince princess knight witch wizard ghost android astronaut engineer mechanic plumber electrician carpenter builder worker labourer laborer foreman farmer shepherd gardener hunter ranger cowboy rancher miner firefighter fireman postman mailman courier messenger deliveryman technician operator dispatcher programmer hacker gambler dealer beggar hobo drunk bouncer model mayor senator president minister ambassador fan player coach referee boxer wrestler swimmer diver trucker biker busker mime usher narrator announcer voice interviewer candidate neighbor heir bystander onlooker witness trooper marine bandit raider rebel refugee pirate warrior gladiator peasant duke duchess emperor empress vampire zombie elf dwarf alien robot cyborg scout recruit cadet medic intern nanny babysitter hippie punk protester villager vagrant preacher auctioneer bidder valet concierge doorman mann frau junge mädchen kind kellner kellnerin homme femme garçon fille serveur serveuse vieillard hombre mujer niño niña chico chica camarero uomo donna ragazzo ragazza bambino bambina homem mulher menino menina мужчина женщина мальчик девочка девушка парень старик старуха ребёнок официантка',
)

/** Nouns that mean several people, with how many stand for them when no number is given. */
export const GROUP_NOUNS: ReadonlyMap<string, number> = new Map([
  ['crowd', 6],
  ['mob', 6],
  ['audience', 8],
  ['congregation', 8],
  ['onlookers', 5],
  ['bystanders', 5],
  ['people', 5],
  ['crew', 4],
  ['team', 4],
  ['gang', 4],
  ['band', 4],
  ['choir', 8],
  ['orchestra', 8],
  ['family', 4],
  ['couple', 2],
  ['pair', 2],
  ['trio', 3],
  ['twins', 2],
  ['troops', 6],
  ['squad', 5],
  ['platoon', 8],
  ['police', 3],
  ['patrol', 3],
  ['extras', 5],
  ['villagers', 6],
  ['townspeople', 6],
  ['townsfolk', 6],
  ['mourners', 6],
  ['protesters', 6],
  ['parishioners', 6],
  ['kids', 3],
  ['men', 3],
  ['women', 3],
  ['children', 3],
  ['ladies', 3],
  ['policemen', 2],
  ['policewomen', 2],
  ['fishermen', 3],
  ['firemen', 3],
  ['menge', 6],
  ['foule', 6],
  ['multitud', 6],
  ['folla', 6],
  ['толпа', 6],
])

/** Irregular plurals, to the noun they are of. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['people', 'person'],
  ['ladies', 'lady'],
  ['policemen', 'policeman'],
  ['policewomen', 'policewoman'],
  ['fishermen', 'fisherman'],
  ['firemen', 'fireman'],
  ['thieves', 'thief'],
  ['babies', 'baby'],
  ['wives', 'wife'],
])

/** The person noun a plural is of, or undefined. */
export function singularPerson(word: string): string | undefined {
  const known = IRREGULAR.get(word)
  if (known) return known
  if (word.endsWith('s') && PERSON_NOUNS.has(word.slice(0, -1))) return word.slice(0, -1)
  if (word.endsWith('es') && PERSON_NOUNS.has(word.slice(0, -2))) return word.slice(0, -2)
  return undefined
}

/** Number words as scripts put them before a group. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['both', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['dozen', 12],
  ['several', 4],
  ['few', 3],
  ['some', 4],
  ['many', 8],
])

/** Words that tell the members of a group apart. */
export const ORDINALS = set('first second third fourth fifth sixth other taller shorter older younger tall short fat thin 1st 2nd 3rd 4th')

/** Titles: part of a name, never a name alone. */
export const TITLES = set(
  'dr doctor mr mrs ms miss mister sir madam madame lord lady captain commander colonel general major lieutenant sergeant sgt lt cpt corporal private officer detective inspector agent professor prof father sister brother mother reverend rev judge king queen prince princess president chief sheriff deputy uncle aunt auntie grandma grandpa granny old young little big the herr frau monsieur mademoiselle señor señora don doña signor signora',
)

/** Words that describe a body or clothes: they show that what is described is a person. */
export const BODY_WORDS = set(
  'hair haired beard bearded moustache mustache stubble freckles freckled scar eyes eyed brow bald balding bun ponytail braid braids braided curls curly glasses spectacles wiry lanky stocky burly plump skinny muscular athletic heavyset tanned wrinkled coat jacket suit dress skirt shirt sweater jumper cardigan hoodie parka apron uniform jeans trousers overalls dungarees boots barefoot scarf hat cap headscarf gloves tie pyjamas pajamas robe gown raincoat handsome beautiful pretty young elderly middle-aged teenage pregnant ',
)

/** Words written in capitals in action lines that are neither people nor things. */
export const NOT_NAMES = set(
  'insert close angle pov cut smash intercut montage super title flashback continuous later back end int ext on off the a an and or of in at to from with for by as is it its he she they we you i his her their our my black white cu ecu ots vo os oc cont contd more tv fbi cia usa uk nyc la id ok am pm ad bc suv dna atm bmw vip eta gps fade out up down over under into through no yes not stop begin beat pause silence bang boom crash click clack slam thud crack pop snap ring rings ringing knock knocks buzz buzzes beep beeps scream screams shout shouts thunder lightning explosion explodes whoosh splash rattle rumble whistle roar hiss creak creaks',
)

/** Age as scripts give it: `44`, `60s`, `mid-thirties`, `late 20s`, `teens`, `8 years old`, also in other languages. */
export function hasAge(text: string): boolean {
  return /(?:^|[\s(,~-])(?:\d{1,2}|1[01]\d)(?:'?s|’s|-?ish|\+)?(?=$|[\s),.;:/–—-])(?!\s*(?:%|percent|metres|meters|feet|ft|km|miles|inch|inches|euros?|dollars?|o'clock|pm|am|mph|kg|floors?|storeys?)\b)|\b(?:teens?|tweens?|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|ageless|year-old|years old)\b|\d\s*(?:Jahre|ans|años|anni|anos|лет|год|歳)/iu.test(
    text.slice(0, 200),
  )
}
