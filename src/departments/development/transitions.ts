/** Transitions that need no colon, as scripts write them. */
const KNOWN =
  /^(?:FADE[- ]?(?:IN|OUT|UP|TO BLACK|TO WHITE|FROM BLACK|IN FROM BLACK|OUT TO BLACK)|(?:SMASH |HARD |MATCH |JUMP )?CUT(?:S)? TO(?: BLACK| WHITE)?|CUT|DISSOLVE(?: TO)?(?: BLACK)?|SMASH TO(?: BLACK)?|IRIS (?:IN|OUT)|BLACK OUT|BLACKOUT|TO BLACK|AUFBLENDE|ABBLENDE|ÜBERBLENDUNG|SCHWARZ(?:BLENDE|BILD)?|SCHNITT(?: ZU| AUF)?(?: SCHWARZ)?|FONDU (?:AU|À LA|A LA) (?:NOIR|BLANC|FERMETURE|OUVERTURE)|FONDU ENCHAÎNÉ|OUVERTURE AU NOIR|NOIR|COUPE (?:À|AU|FRANCHE)(?: NOIR)?|CORTE A(?: NEGRO)?|CORTA A(?: NEGRO)?|CORTA PARA|FUNDIDO (?:A|DE|EN) (?:NEGRO|BLANCO)|FUNDE A NEGRO|FUNDIDO|DISSOLVENZA(?: IN (?:CHIUSURA|APERTURA))?|STACCO(?: SU| NERO)?|ИЗ ЗТМ|В ЗТМ|ЗТМ|ИЗ ЗАТЕМНЕНИЯ|ЗАТЕМНЕНИЕ|В ЗАТЕМНЕНИЕ|НАПЛЫВ|СМЕНА КАДРА|フェード(?:イン|アウト)|暗転)[.:…]?$/u

/**
 * Whether a line is a transition: one of the known ones, or capitals that end in `TO:` alone in their paragraph
 * (Fountain 1.1).
 */
export function isTransition(line: string, alone: boolean): boolean {
  const text = line.trim()
  if (text.length > 80 || /\p{Ll}/u.test(text)) return false
  return (KNOWN.test(text) && (alone || /[.:]$/.test(text))) || (alone && /(?:^|\s)(?:TO|AUF|ZU|À|A):$/u.test(text))
}
