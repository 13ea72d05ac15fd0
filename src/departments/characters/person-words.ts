/** The words that say how old, how tall and what sex somebody is, as screenwriters use them. */

/** Age words: [pattern, age]. The first that matches wins. */
export const AGE_WORDS: readonly (readonly [RegExp, number])[] = [
  [/\b(newborn|baby|infant)\b/, 1],
  [/\btoddler\b/, 3],
  [/\b(little|small) (boy|girl|kid|child)\b/, 6],
  [/\b(pre-?teen|tween)\b/, 11],
  [/\b(teen|teenage|teenager|teenaged|adolescent)s?\b/, 16],
  [/\bin (his|her|their) twenties\b/, 25],
  [/\bin (his|her|their) thirties\b/, 35],
  [/\bin (his|her|their) forties\b/, 45],
  [/\bin (his|her|their) fifties\b/, 55],
  [/\bin (his|her|their) sixties\b/, 65],
  [/\bin (his|her|their) seventies\b/, 75],
  [/\bin (his|her|their) eighties\b/, 84],
  [/\b(twenties)\b/, 25],
  [/\b(thirties)\b/, 35],
  [/\b(forties)\b/, 45],
  [/\b(fifties)\b/, 55],
  [/\b(sixties)\b/, 65],
  [/\b(seventies)\b/, 75],
  [/\b(eighties)\b/, 84],
  [/\b(ancient|wizened)\b/, 86],
  [/\b(old|elderly|aged|grandmother|grandfather|grandma|grandpa|granny|oma|opa|widow|widower)\b/, 75],
  [/\b(middle-aged|middle aged)\b/, 48],
  [/\b(boy|girl|child|kid|schoolboy|schoolgirl|children|kids|boys|girls)\b/, 9],
  [/\b(young|youth|student|lad|youngster)\b/, 22],
]

export const FEMALE_WORDS =
  /\b(she|her|hers|herself|woman|women|girl|girls|lady|ladies|mother|mom|mum|mama|daughter|sister|aunt|auntie|wife|widow|queen|princess|waitress|actress|grandmother|grandma|granny|oma|niece|bride|nun|mrs|ms|miss|madam|madame|señora|frau|schoolgirl|hostess|stewardess|mistress|goddess|witch|girlfriend|businesswoman|policewoman|heroine|female|seamstress)\b/
export const MALE_WORDS =
  /\b(he|him|his|himself|man|men|boy|boys|gentleman|gentlemen|father|dad|papa|son|brother|uncle|husband|widower|king|prince|waiter|grandfather|grandpa|opa|nephew|groom|monk|mr|mister|sir|señor|herr|schoolboy|lad|guy|guys|dude|boyfriend|businessman|policeman|fisherman|salesman|doorman|fireman|milkman|postman|male|priest|friar|moustache|mustache|beard|bearded|goatee|stubble|bald|balding)\b/

/** First names whose endings mislead, or that are common enough to know. */
export const FEMALE_NAMES = new Set(
  'mirjam miriam zeynep hannelore adaeze elodie élodie mara ruth ingrid carmen rachel sarah elisabeth elizabeth margaret agnes astrid birgit gudrun helen ellen karen megan lauren kathryn susan vivian marion madison allison jennifer esther heather harper pearl carol hazel abigail isabel mabel muriel rosalind judith edith meredith beth faith joy dawn june april summer autumn ivy lily emily mary nancy dolores mercedes iris doris phyllis frances janet margot violet scarlett juliet harriet aylin gülsüm yasemin shirin noor nour mei ling yuki hiroko akiko keiko sakura aiko hanako naomi xiu priya lakshmi devi ngozi chiamaka wanjiru siobhan niamh sinead aoife saoirse ines inès manon léa zoë zoe chloe chloé phoebe penelope daphne alice grace claire jane anne ann joan jean beatrice eve kate sue jess gwen jill liz bess meg peg fern brooke paige rose belle tess nell maeve simone nicole denise louise irene yvonne sharon alison amber ginger piper alexis jenny penny peggy polly molly sally dolly holly kelly shelly betty patty kitty wendy mandy sandy candy lucy daisy amy zuzu fatou aminat ingeborg hedwig solveig'.split(
    ' ',
  ),
)
export const MALE_NAMES = new Set(
  'jannik kazim kenji luca luka nikola joshua ezra elijah noah micah jonah isaiah sasha mika ilya nikita dima misha kolya vanya pasha joe george mike jake luke pete steve dave kyle wade clyde bruce blake lawrence terence maurice eugene jerome dante andre rene rené pierre philippe antoine guillaume etienne étienne ole uwe arne rune sven bjorn björn lars jens hans franz karl otto bruno hugo diego pablo pedro marco matteo giovanni luigi akira haruki hiroshi takeshi kofi kwame emeka chidi obi ali omar hassan mustafa mehmet ahmed yusuf ibrahim raj ravi arjun vikram sanjay wei jun chen min-ho joon sam ben tom jack frank walter james charles william michael daniel david paul adam alan kevin martin justin benjamin vincent charlie eddie archie freddie ronnie louie willie billy bobby jimmy tommy johnny danny kenny benny sonny teddy eli levi ravi ezekiel gabriel samuel joel neil karim malik tariq jamal'.split(
    ' ',
  ),
)

/** Stature words: metres added to the height, and how heavy and muscular (0 to 1) where the word says so. */
export const STATURE_WORDS: readonly { word: RegExp; heightM?: number; build?: number; muscle?: number; stoop?: number }[] = [
  { word: /\b(huge|giant|enormous|massive|hulking|towering|bear of a man|mountain of)\b/, heightM: 0.15, build: 0.9, muscle: 0.75 },
  { word: /\b(tall|lanky|long-limbed|rangy|leggy)\b/, heightM: 0.12 },
  { word: /\b(lanky|rangy|gangly|gangling)\b/, build: 0.15 },
  { word: /\b(tiny|diminutive|minuscule|bird-like|birdlike)\b/, heightM: -0.15, build: 0.26 },
  { word: /\b(short|small|petite|slight|little)\b/, heightM: -0.1 },
  { word: /\b(petite|slight)\b/, build: 0.22 },
  { word: /\b(big|burly|brawny|broad|broad-shouldered|strapping|beefy)\b/, heightM: 0.06, build: 0.74, muscle: 0.8 },
  { word: /\b(wiry|sinewy)\b/, build: 0.18, muscle: 0.6 },
  { word: /\b(thin|skinny|slim|slender|lean|willowy|bony)\b/, build: 0.17 },
  { word: /\b(gaunt|skeletal|emaciated|haggard)\b/, build: 0.03 },
  { word: /\b(fat|obese|overweight|rotund|corpulent|portly|heavyset|heavy-set|heavy)\b/, build: 0.95, muscle: 0.25 },
  { word: /\b(plump|chubby|round|stout|podgy|full-figured|matronly|pot-bellied)\b/, build: 0.8, muscle: 0.2 },
  { word: /\b(stocky|squat|thickset|solid|sturdy)\b/, heightM: -0.06, build: 0.74, muscle: 0.6 },
  { word: /\b(athletic|fit|toned|sporty)\b/, build: 0.4, muscle: 0.7 },
  { word: /\b(muscular|muscled|ripped|bodybuilder|powerful|strong)\b/, build: 0.58, muscle: 0.95 },
  { word: /\b(hunched|stooped|bent|crooked|hunchbacked)\b/, stoop: 0.75 },
  { word: /\b(straight-backed|upright|ramrod|erect)\b/, stoop: 0 },
]
