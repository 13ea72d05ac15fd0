import type { TimeOfDay } from '../../film'

const set = (words: string) => new Set(words.split(' '))

/** First words of a heading inside, by language: English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Slavic, Greek, Turkish, East Asian, Arabic. */
export const INSIDE = set(
  'INT INTERIOR INNEN INTÉRIEUR INTERIEUR INTERNO INTERNA INTERNI BINNEN INDE SISÄ WNĘTRZE INTERIÉR INTERIÖR ИНТ ИНТЕРЬЕР ІНТ ΕΣΩΤ ΕΣΩΤΕΡΙΚΟ İÇ 内景 室内 屋内 内 실내 داخلي פנים',
)

/** First words of a heading outside. EST (establishing) stands outside. */
export const OUTSIDE = set(
  'EXT EST EXTERIOR AUSSEN AUẞEN AUßEN EXTÉRIEUR EXTERIEUR ESTERNO ESTERNA ESTERNI BUITEN UDE ULKO PLENER EXTERIÉR EXTERIÖR НАТ НАТУРА ЭКСТ ЕКСТ ΕΞΩΤ ΕΞΩΤΕΡΙΚΟ DIŞ 外景 室外 屋外 外 실외 خارجي חוץ',
)

/** Words for inside or outside that may also be written in lower case, when a full stop or a slash follows. */
export const ANY_CASE = set('INT EXT I E ИНТ НАТ ІНТ')

/** What stands in a heading for a time of day. */
const TIMES: Readonly<Record<TimeOfDay, string>> = {
  DAY: 'DAY DAYTIME MORNING NOON MIDDAY AFTERNOON LUNCHTIME DAYLIGHT TAG MORGEN MORGENS VORMITTAG MITTAG NACHMITTAG JOUR JOURNÉE MATIN MATINÉE MIDI APRÈS-MIDI DÍA DIA MAÑANA MEDIODÍA TARDE MANHÃ MEIO-DIA GIORNO MATTINA MATTINO MEZZOGIORNO POMERIGGIO DAG OCHTEND MIDDAG EFTERMIDDAG PÄIVÄ DZIEŃ RANO POŁUDNIE DEN RÁNO ДЕНЬ УТРО ПОЛДЕНЬ РАНОК ΗΜΕΡΑ ΜΕΡΑ ΠΡΩΙ GÜN GÜNDÜZ SABAH 日 昼 朝 白天 日间 早晨 낮 아침 نهار صباح יום בוקר',
  NIGHT:
    'NIGHT NIGHTTIME MIDNIGHT NACHT NACHTS MITTERNACHT NUIT MINUIT NOCHE MEDIANOCHE NOITE MEIA-NOITE NOTTE MEZZANOTTE NATT NAT YÖ NOC PÓŁNOC НОЧЬ ПОЛНОЧЬ НІЧ ΝΥΧΤΑ GECE 夜 夜晚 深夜 밤 ليل לילה',
  DAWN: 'DAWN SUNRISE DAYBREAK SUN-UP SUNUP MORGENDÄMMERUNG SONNENAUFGANG MORGENGRAUEN AUBE AURORE AMANECER ALBA AMANHECER MADRUGADA GRYNING SVÍTÁNÍ ŚWIT РАССВЕТ СВІТАНОК ΑΥΓΗ ŞAFAK 夜明け 明け方 黎明 새벽 فجر שחר',
  DUSK: 'DUSK SUNSET TWILIGHT EVENING SUNDOWN GLOAMING MAGIC DÄMMERUNG ABENDDÄMMERUNG ABEND ABENDS SONNENUNTERGANG SOIR SOIRÉE CRÉPUSCULE ANOCHECER ATARDECER CREPÚSCULO ENTARDECER ANOITECER TRAMONTO CREPUSCOLO SERA AVOND SCHEMERING KVÄLL AFTEN ILTA WIECZÓR ZMIERZCH VEČER ВЕЧЕР ЗАКАТ СУМЕРКИ ВЕЧІР ΒΡΑΔΥ ΣΟΥΡΟΥΠΟ AKŞAM 夕方 夕 黄昏 傍晚 저녁 مساء غروب ערב',
}

/** Word to time of day. */
export const TIME_WORDS: ReadonlyMap<string, TimeOfDay> = new Map(
  (Object.entries(TIMES) as [TimeOfDay, string][]).flatMap(([time, words]) => words.split(' ').map((w) => [w, time] as const)),
)

/** Words that take the time from the scene before. */
export const SAME_TIME = set(
  'CONTINUOUS CONTINUING CONTINUED CONT CONTD LATER SAME MOMENTS MOMENT SECONDS MINUTES SIMULTANEOUS SIMULTANEOUSLY MEANWHILE IMMEDIATELY SPÄTER WEITER FORTLAUFEND GLEICHZEITIG DARAUF ANSCHLUSS TARD CONTINU SUITE MÊME DESPUÉS CONTINUO CONTINUA CONTINUAÇÃO LUEGO DEPOIS DOPO TARDI STESSO MISMO ПОЗЖЕ ПРОДОЛЖЕНИЕ СРАЗУ СПУСТЯ ТОГДА ПІЗНІШЕ SENARE SENERE MYÖHEMMIN PÓŹNIEJ POZDĚJI ΣΥΝΕΧΕΙΑ ΑΡΓΟΤΕΡΑ DEVAM SONRA 続き 同時 少し後',
)

/** Words that may stand beside a time and change nothing. */
export const TIME_FILLERS = set(
  'LATE EARLY NEXT THE A AN OF THAT THIS FEW ONE TWO THREE FOUR FIVE SIX TEN HALF AN HOUR HOURS DAYS WEEK WEEKS MONTH MONTHS YEAR YEARS AFTER BEFORE PRE POST MID FULL CYCLE TIME HOUR LITTLE SHORT WHILE JUST PRESENT PAST FLASHBACK DREAM FLASHFORWARD AT IN ON TO INTO AND OR FIRST LIGHT LAST GOLDEN MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY AM PM AGO STILL ALMOST NEARLY PITCH DEEP CHRISTMAS SPÄT SPÄTER FRÜH FRÜHER AM DER DIE DAS KURZ NÄCHSTER NÄCHSTE NÄCHSTEN PLUS PEU LE LA LES DU AU LENDEMAIN UN POCO MÁS MAS AL EL SIGUIENTE DE DEL DOS TRES POUCO MAIS ALLO IL PIÙ UNA FINE ТО ЖЕ ВРЕМЯ РАННЕЕ ПОЗДНИЙ ПОЗДНЯЯ ЧАС ЧЕРЕЗ НЕСКОЛЬКО МИНУТ СЛЕДУЮЩИЙ ОДИН',
)

/** Words that show that a scene without heading is outside. */
export const OUTDOOR_WORDS = set(
  'street field beach forest road sky sea river garden park mountain desert harbour harbor meadow alley rooftop rooftops hill valley lake square market yard shore woods bridge trees sand grass straße wald feld strand rue forêt plage calle playa bosque strada spiaggia улица лес поле',
)
