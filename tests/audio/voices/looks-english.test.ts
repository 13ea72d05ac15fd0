import { describe, expect, it } from 'vitest'
import { looksEnglish } from '../../../src/audio'

describe('the language of a script', () => {
  it('is English, with odd names, in dialect, or very short', () => {
    for (const lines of [
      ['You walked.', 'The bus stopped at the bridge. There is no bridge.'],
      ['Zeynep Öztürk and Siobhán Ní Bhriain are waiting in Łódź with Señor Núñez.'],
      ["Ain't nobody gonna tell y'all nothin'."],
      ['Help!'],
      ['Otto!', 'Otto?', 'Mirjam?'],
      ['No.'],
      ['NO! GET DOWN! GET DOWN!'],
      ['Déjà vu.', 'Are you sure?'],
      ['The café on the Rue de la Paix, he said, and then: c’est la vie.'],
      ['...', ''],
      ['42'],
      ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.', 'What comes next?', 'Seven.'],
      ['I saw him die. He was in a red car. Man, I am so tired.'],
    ])
      expect(looksEnglish(lines), lines.join(' ')).toBe(true)
  })

  it('is another', () => {
    for (const lines of [
      ['Du bist zu spät.', 'Der Bus hielt an der Brücke. Es gibt keine Brücke.'],
      ['Was willst du hier?'],
      ['Ich weiß.'],
      ['No lo sé.', 'El tren no llega hasta mañana.'],
      ['¿Qué quieres de mí?'],
      ['Je ne sais pas.', 'Le train est en retard.'],
      ['Qu’est-ce que tu fais ici?'],
      ['Eu não sei onde ele está.', 'Você vai comigo?'],
      ['Non lo so. Il treno è in ritardo.', 'Dove vai?'],
      ['Ik weet het niet. De trein is te laat.'],
      ['Jag vet inte var han är.'],
      ['Nie wiem, gdzie on jest.'],
      ['Nerede olduğunu bilmiyorum.'],
      ['Я не знаю, где он.', 'Поезд опаздывает.'],
      ['どこにいるのか分かりません。', '電車が遅れています。'],
      ['我不知道他在哪里。'],
      ['لا أعرف أين هو'],
      ['Watashi wa doko ni iru no ka wakarimasen, demo kanojo wa kita.'],
    ])
      expect(looksEnglish(lines), lines.join(' ')).toBe(false)
  })

  it('is that of most of its lines', () => {
    const english = ['What did she say?', 'I have no idea. Something about the rain.', 'Then go and ask her again, will you?']
    expect(looksEnglish([...english, 'Ich weiß es nicht.'])).toBe(true)
    expect(looksEnglish(['Okay!', 'Ich weiß nicht, was sie gesagt hat.', 'Dann frag sie noch einmal.', 'Sorry.'])).toBe(false)
  })
})
