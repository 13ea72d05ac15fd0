/** Common words of English. Some are words of others too, which have more of their own. */
const ENGLISH = new Set(
  `the and you that this what have with for not are your my they there know don't it's i'm you're that's she her him his how why where
  who when just get go can will would could should were been from at but if or out up about want think see come here look now right yes
  yeah please thank thanks never nothing something anything all one some good back our them then than into over again night day time
  we're they're can't won't didn't doesn't isn't wasn't i'll you'll he's she's what's let's there's i've you've i'd of it is i we be was
  had has did does tell told said say like need take make give let stop wait keep leave hello okay because before after always still only
  very much more every people little old last first three home way down off by an us me to no he so in on as do`.split(/\s+/),
)

/** Common words of other languages in Latin letters. */
const OTHERS: readonly ReadonlySet<string>[] = [
  // German
  `der das und ist nicht ich du sie wir ihr ein eine einen dem den mit auf für von zu wie aber auch nur noch schon wenn dann doch ja nein
  mir mich dir dich uns euch kein keine haben habe hast sind bist war waren wird kann muss weiß gut hier jetzt immer nichts etwas warum wer
  wo heute morgen danke bitte mein dein sein nach bei aus über vor es im am zum zur`,
  // Spanish
  `el los las una y que es en por para con del al se lo su sus pero muy como cuando donde qué quién cómo dónde está están estoy eres soy
  tengo tiene hay nada todo bien sí mi tú él ella nosotros usted ustedes aquí ahora nunca siempre gracias hola porque más ya vamos puedo
  quiero sé yo te le un de la no me`,
  // French
  `le les des une et est dans pour pas je tu il elle nous vous ils ce cette qui que sur avec mais où quoi c'est j'ai n'est suis êtes sont
  ai avez rien tout bien oui mon ton votre notre toujours jamais merci bonjour pourquoi parce très plus ici maintenant du au aux ne ça un
  de la`,
  // Portuguese
  `os as uma e é em por para com do da dos das não que se eu você ele ela nós eles está estou são tem tenho muito bem sim meu minha seu sua
  aqui agora nunca sempre obrigado obrigada onde quem quando mas mais isso isto tudo nada vai vou já de um`,
  // Italian
  `il lo gli una e è che di non per con del della dei sono sei siamo io tu lui lei noi voi ho hai ha abbiamo questo questa cosa chi dove
  quando perché come bene sì mio mia tuo tua qui ora mai sempre niente tutto grazie ciao più ma anche molto un la si ti mi ci`,
  // Dutch
  `het een en niet ik je jij hij zij wij dat dit met voor van maar ook nog wel naar zijn heb hebt heeft ben bent geen wat waar wie waarom
  hier nu nooit altijd alles niets goed ja nee mijn jouw onze bij uit te de`,
  // Swedish, Danish, Norwegian
  `och att det som en ett inte jag han hon vi ni på är var med för men så har hade vad här nu aldrig alltid allt inget bra nej min din og
  jeg ikke er til på den de av af hva hvor hvorfor du`,
  // Polish, Czech
  `nie się jest na że co tak jak ale czy po dla ty mnie ciebie jestem tu teraz nigdy zawsze wszystko nic dobrze dlaczego gdzie kto je že já
  ty to v na se si co jak ale kde kdo proč nic`,
  // Turkish
  `bir ve bu ne için değil ben sen biz siz onlar var yok evet hayır çok iyi burada şimdi neden nerede kim nasıl daha gibi ama mi mı da de`,
].map((words) => new Set(words.split(/\s+/)))

/** Of the letters, how many are Latin in a script that may be English. */
const LATIN = 0.85
/** Of the words, how many are common ones in English, where there are words enough to tell. */
const COMMON = 0.14
/** From so many words on they have to be there. */
const ENOUGH = 8
/** Of the letters, how many have marks in what may be English with foreign names. */
const MARKED = 0.03

/**
 * Whether lines of dialogue are English, all of them together: by their letters, and by which language's common words are the
 * most frequent. A few words that belong to no language (names, cries) are taken for English.
 */
export function looksEnglish(texts: readonly string[]): boolean {
  const text = texts.join(' ').normalize('NFC').toLowerCase().replace(/[’‘]/g, "'")
  const letters = text.match(/\p{L}/gu) ?? []
  if (letters.length === 0) return true
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (latin < letters.length * LATIN) return false
  const words = text.match(/\p{L}[\p{L}']*/gu) ?? []
  const hits = (common: ReadonlySet<string>) => words.filter((w) => common.has(w)).length
  const english = hits(ENGLISH)
  const other = Math.max(...OTHERS.map(hits))
  if (other > english) return false
  const marked = text.match(/[^\P{L}a-z]/gu)?.length ?? 0
  if (english < words.length * COMMON && (words.length >= ENOUGH || marked > letters.length * MARKED)) return false
  return true
}
