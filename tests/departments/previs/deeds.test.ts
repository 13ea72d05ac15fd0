import { describe, expect, test } from 'vitest'
import { DEEDS } from '../../../src/departments/previs/deed-table'
import { verbForm } from '../../../src/departments/previs/lexicon'
import { VERBS } from '../../../src/film'
import { planText } from './plan-text'

const one = (body: string, heading = 'INT. FARMHOUSE KITCHEN - DAY') => planText(`${heading}\n\n${body}`).scenes[0]!
const acts = (s: ReturnType<typeof one>, key: string) => s.blocking.performances.find((p) => p.character === key)!.acts
const rules = (s: ReturnType<typeof one>) => s.blocking.findings.map((f) => f.rule)

describe('the table of deeds', () => {
  test('knows more than sixty verbs by several hundred words, and uses the motions there are', () => {
    expect(Object.keys(DEEDS).length).toBeGreaterThan(60)
    expect(Object.values(DEEDS).flatMap((d) => d.words.split(' ')).length).toBeGreaterThan(350)
    const used = new Set<string>(Object.values(DEEDS).flatMap((d) => [d.act?.verb ?? '', d.answer?.verb ?? '']))
    // What only speech, habits and carrying use.
    const others = ['rub-neck', 'smooth-clothes', 'shift-weight', 'hands-on-hips', 'hold', 'reach']
    expect(VERBS.filter((v) => !used.has(v) && !others.includes(v))).toEqual([])
    for (const [word, kind] of [
      ['ducks', 'dodge'],
      ['embraces', 'hug'],
      ['kissed', 'kiss'],
      ['firing', 'shoot'],
      ['salutes', 'salute'],
      ['slammed', 'close'],
    ])
      expect(verbForm(word!)?.kind).toBe(kind)
  })
})

describe('physical by construction', () => {
  test('who hugs, shakes hands or is hit does their part, near enough and at the same time', () => {
    const s = one('ANNA (30) stands at the window. BEN (40) stands at the stove.\n\nAnna hugs Ben.')
    const [a, b] = [acts(s, 'anna').find((x) => x.verb === 'hug')!, acts(s, 'ben').find((x) => x.verb === 'hug')!]
    expect(a.to).toBe('ben')
    expect(b.to).toBe('anna')
    expect(Math.abs(a.t0 - b.t0)).toBeLessThan(0.3)
    const at = ['anna', 'ben'].map((k) => {
      const w = s.blocking.performances.find((p) => p.character === k)!.where.findLast((x) => x.kind === 'stay' && x.t0 <= a.t0)!
      return w.kind === 'stay' ? w.position : [0, 0, 0]
    })
    expect(Math.hypot(at[0]![0]! - at[1]![0]!, at[0]![2]! - at[1]![2]!)).toBeLessThan(0.9)
  })

  test('coins are counted out of one hand onto what is before one; bottles are counted by pointing', () => {
    const s = one('ANNA (30) sits at the table. She counts her coins.\n\nBEN (40) counts to ten.')
    const counts = acts(s, 'anna').find((x) => x.verb === 'count')!
    expect(counts.hand).toBe('left')
    expect(counts.at![1]).toBeGreaterThan(0.6)
    expect(s.blocking.props.map((p) => [p.prop, p.states.at(-1)!.kind])).toEqual([
      ['coin', 'held'],
      ['coins', 'placed'],
    ])
    expect(acts(s, 'ben')).toEqual([])
    expect(acts(one('ANNA (30) counts the bottles.'), 'anna').map((x) => x.verb)).toEqual(['point'])
  })

  test('somebody without a name does what is said of them', () => {
    const s = one('ANNA (30) stands at the stove.\n\nSomebody waves.')
    expect(acts(s, 'somebody').map((x) => x.verb)).toEqual(['wave'])
  })

  test('a diver swims off the ground, a swimmer at the surface of the sea; on land that is said, and left out', () => {
    const where = (body: string, heading: string) =>
      one(body, heading).blocking.performances[0]!.where.map((w) =>
        w.kind === 'go' ? [w.gait, w.path.at(-1)![1]] : [w.stance, w.position[1]],
      )
    expect(where('A DIVER, 30, swims over the sand.', 'EXT. SEABED - DAY').slice(1)).toEqual([
      ['swim', 0.35],
      ['dive', 0.35],
      ['swim', 0.35],
    ])
    const [, , crawl] = where('LIV, 20s, swims out to sea.', 'EXT. HARBOUR - DAY')
    expect(crawl![0]).toBe('swim')
    // The shoulders are at the water, 0.28 m under the quay.
    expect(crawl![1]).toBeLessThan(-1.3)
    expect(where('LIV, 20s, floats on her back.', 'EXT. BEACH - DAY')[0]![0]).toBe('float')
    // From the beach one wades in first, on foot.
    const wades = where('LIV, 20s, stands on the sand.\n\nLiv swims.', 'EXT. BEACH - DAY')
    expect(wades.map(([how]) => how)).toEqual(['stand', 'walk', 'stand', 'walk', 'swim', 'swim', 'swim'])
    // In a basin: over its edge, then at its surface, which is a hand's breadth over the floor.
    const pool = where('LIV, 20s, stands by the bench.\n\nLiv swims.', 'INT. SWIMMING POOL - DAY')
    expect(pool.map(([how]) => how)).toContain('swim')
    expect(pool.at(-1)![1]).toBeLessThan(-1)
    expect(rules(one('LIV, 20s, swims.', 'INT. OFFICE - DAY'))).toContain('performance.no-water')
  })

  const stays = (s: ReturnType<typeof one>, key: string) =>
    s.blocking.performances.find((p) => p.character === key)!.where.filter((w) => w.kind === 'stay')

  test('who falls to their knees and hugs somebody kneels before them, and is hugged back', () => {
    const s = one('ANNA (30) stands at the window. BEN (10) stands at the stove.\n\nAnna falls to her knees and hugs Ben.')
    const hug = acts(s, 'anna').find((x) => x.verb === 'hug')!
    const [a, b] = ['anna', 'ben'].map((k) => stays(s, k).findLast((w) => w.t0 <= hug.t0 + 0.3)!)
    expect([a!.stance, b!.stance]).toEqual(['kneel', 'stand'])
    expect(Math.hypot(a!.position[0] - b!.position[0], a!.position[2] - b!.position[2])).toBeLessThan(0.95)
    expect(acts(s, 'ben').some((x) => x.verb === 'hug')).toBe(true)
  })

  test('who has fallen is pulled up, and who knelt for one line stands for the next', () => {
    const s = one('ANNA (30) and BEN (40) walk in.\n\nBen trips and falls.\n\nAnna takes his hand and pulls him up.')
    expect(stays(s, 'ben').map((w) => w.stance)).toContain('lie')
    expect(stays(s, 'ben').at(-1)!.stance).toBe('stand')
    const k = one('ANNA (30) stands at the window. BEN (40) stands at the stove.\n\nAnna kneels.\n\nAnna turns away.')
    expect(stays(k, 'anna').map((w) => w.stance)).toContain('kneel')
    expect(stays(k, 'anna').at(-1)!.stance).toBe('stand')
    expect(stays(one('ANNA (30) sits at the table.\n\nAnna kneels by the stove.'), 'anna').map((w) => w.stance)).toEqual([
      'sit',
      'stand',
      'kneel',
    ])
  })

  test('a gun that falls is let go, and a key from a pocket comes from no floor', () => {
    const s = one(
      'ANNA (30) enters. She raises her gun.\n\nBEN (40) waits.\n\nThe gun falls to the floor.\n\nBen pulls the key from his pocket.',
    )
    const states = (prop: string) => s.blocking.props.find((p) => p.prop === prop)!.states.map((x) => x.kind)
    expect(states('gun')).toEqual(['gone', 'held', 'placed'])
    expect(states('key')).toEqual(['gone', 'held'])
  })

  test('a thing across the room is walked to, taken where it lies, and handed from hand to hand', () => {
    const s = one(
      'ANNA (30) enters with a suitcase in her hand. She puts the suitcase on the table.\n\nBEN (40) walks to the window.\n\nBen picks up the suitcase.\n\nBen gives the suitcase to Anna.',
    )
    const track = s.blocking.props.find((p) => p.prop === 'suitcase')!
    expect(track.states.map((x) => (x.kind === 'held' ? `held ${x.by}` : x.kind))).toEqual(['held anna', 'placed', 'held ben', 'held anna'])
    const placed = track.states[1]!
    const picks = acts(s, 'ben').find((x) => x.verb === 'pick-up')!
    expect(placed.kind === 'placed' && picks.at).toEqual(placed.kind === 'placed' && placed.position)
    expect(track.states[2]!.t0).toBeGreaterThan(picks.t0)
    expect(track.states[2]!.t0).toBeLessThan(picks.t1)
    const gives = acts(s, 'ben').find((x) => x.verb === 'hand-over')!
    const takes = acts(s, 'anna').find((x) => x.verb === 'receive')!
    expect(takes.t0).toBe(gives.t0)
    expect(gives.t0).toBeGreaterThanOrEqual(picks.t1 - 0.2)
  })

  test.each([
    ['ANNA (30) hugs.', 'performance.no-partner', 'INT. FARMHOUSE KITCHEN - DAY'],
    ['ANNA (30) stands there.\n\nAnna knocks.', 'performance.no-door', 'EXT. FOREST - DAY'],
    ['ANNA (30) stands there.\n\nAnna smokes.', 'performance.taken-out', 'EXT. FOREST - DAY'],
    ['ANNA (30) stands there.\n\nAnna lies down.', 'performance.no-bed', 'EXT. FOREST - DAY'],
    ['ANNA (30) sits at the table.\n\nANNA\nMusic!\n\nAnna dances.', 'performance.rose-first', 'INT. FARMHOUSE KITCHEN - DAY'],
  ])('%s reports %s with its line and a remedy', (text, rule, heading) => {
    const s = one(text, heading)
    expect(rules(s)).toContain(rule)
    const f = s.blocking.findings.find((x) => x.rule === rule)!
    expect(f.line).toBeGreaterThan(2)
    expect(f.value).toContain('ANNA')
    expect(f.remedy.length).toBeGreaterThan(10)
  })

  test('a mannerism that somebody has not what it takes for is said, once, with what is lacking', () => {
    const s = planText('INT. KITCHEN - DAY\n\nBEN (40, clean-shaven, strokes his beard) waits.\n\nBEN\nWell?')
    const found = s.scenes[0]!.blocking.findings.filter((f) => f.rule === 'performance.mannerism')
    expect(found.map((f) => [f.severity, /lacks/.test(f.message), f.line])).toEqual(found.map(() => ['warning', true, 3]))
    expect(found.map((f) => f.message)).toContain('BEN lacks a beard: strokes-beard is left out')
    expect(found[0]!.line).toBe(3)
  })

  test('one sits on a stool at the bar, stands at the side of a bed, and pours from the hand where there is no table', () => {
    const bar = one('BEN (40) sits at a table. ANNA (30) enters and sits at the bar.', 'INT. BAR - NIGHT')
    const last = (s: typeof bar) => s.blocking.performances.find((p) => p.character === 'anna')!.where.at(-1)!
    const near = (s: typeof bar, prop: string) => {
      const { position: p, yaw, size } = s.set.placements.find((q) => q.prop === prop)!
      const w = last(s)
      const [dx, dz] = w.kind === 'stay' ? [w.position[0] - p[0], w.position[2] - p[2]] : [99, 99]
      return [
        Math.abs(dx * Math.cos(yaw) - dz * Math.sin(yaw)) - size[0] / 2,
        Math.abs(dx * Math.sin(yaw) + dz * Math.cos(yaw)) - size[2] / 2,
      ]
    }
    expect(Math.max(...near(bar, 'bar-counter'))).toBeLessThan(0.6)
    const [aside, along] = near(one('ANNA (30) stands at the window. She walks to the bed.', 'INT. BEDROOM - DAY'), 'bed')
    expect(aside).toBeGreaterThan(0.2)
    expect(along).toBeLessThan(0)
    const pours = acts(one('ANNA (30) pours tea.', 'EXT. FIELD - DAY'), 'anna').map((x) => x.verb)
    expect(pours).toEqual(['pour'])
  })

  test('what can be done is not reported', () => {
    const s = one('ANNA (30) stands at the stove. BEN (40) enters.\n\nBen sits down at the table.\n\nANNA\nCoffee?\n\nBen nods.')
    expect(s.blocking.findings.filter((f) => f.severity === 'warning')).toEqual([])
  })

  const room = (line: string) =>
    one(`ANNA (30) stands at the window. BEN (40) stands at the fireplace.\n\n${line}`, 'INT. LIVING ROOM - NIGHT')
  test.each([
    ['Anna crosses her arms.', 'anna', 'fold-arms'],
    ['Anna looks at her watch.', 'anna', 'check-watch'],
    ['Anna takes off her glasses.', 'anna', 'headwear'],
    ['Anna puts her hat on.', 'anna', 'headwear'],
    ['Anna pulls on her gloves.', 'anna', 'gloves'],
    ['Anna winds the clock.', 'anna', 'work'],
    ['Anna drags Ben away.', 'anna', 'pull'],
    ['Anna breaks the seal.', 'anna', undefined],
    ['Anna breaks the seal of the letter.', 'anna', 'break-seal'],
    ['Anna strikes a match.', 'anna', 'kindle'],
    ['Anna lights a cigarette.', 'anna', 'smoke'],
    ['Ben plays the guitar.', 'ben', 'strum'],
    ['Anna whispers in his ear.', 'anna', 'whisper'],
    ['Anna whispers.', 'anna', 'gesture'],
    ['Ben buries his face in his hands.', 'ben', 'cry'],
    ['Ben bows his head.', 'ben', 'look-down'],
    ['Ben bows.', 'ben', 'bow'],
    ['Ben opens a drawer.', 'ben', 'open'],
    ['Ben opens the window.', 'ben', 'open'],
  ])('%s', (line, who, verb) => {
    const done = acts(room(line), who).map((x) => x.verb)
    if (verb) expect(done).toContain(verb)
    else expect(done).toEqual([])
  })

  test('a drawer and a window are gone up to, and the hand is where they open', () => {
    for (const line of ['Ben opens a drawer.', 'Ben opens the window.']) {
      const s = room(line)
      const opens = acts(s, 'ben').find((x) => x.verb === 'open')!
      const at = s.blocking.performances
        .find((p) => p.character === 'ben')!
        .where.findLast((w) => w.kind === 'stay' && w.t0 <= opens.t0 + 1e-6)!
      expect(at.kind === 'stay' && Math.hypot(at.position[0] - opens.at![0], at.position[2] - opens.at![2])).toBeLessThan(0.75)
      expect(opens.at![1]).toBeGreaterThan(0.2)
    }
  })

  test('a letter that is torn is two pieces, one in each hand, and both are thrown', () => {
    const s = room('Anna tears the letter in two and throws it on the floor.')
    const letter = s.blocking.props.find((p) => p.prop === 'letter')!
    const tears = acts(s, 'anna').find((x) => x.verb === 'tear')!
    expect(letter.states.map((x) => x.kind)).toEqual(['held', 'gone'])
    expect(letter.states[1]!.t0).toBeGreaterThan(tears.t0)
    expect(letter.states[1]!.t0).toBeLessThan(tears.t1)
    const pieces = s.blocking.props.filter((p) => p.prop === 'torn-paper')
    expect(pieces.map((p) => p.states.map((x) => (x.kind === 'held' ? x.hand : x.kind)))).toEqual([
      ['gone', 'right', 'placed'],
      ['gone', 'left', 'placed'],
    ])
    // Whoever tears across the room tears nothing.
    expect(acts(room('Ben tears across the room.'), 'ben').map((x) => x.verb)).toEqual([])
  })

  test('a candle is dark until it is lit, and from when it is blown out', () => {
    const lines =
      'ANNA (30) stands at the window. A candle stands on the table.\n\nAnna lights the candle.\n\nAnna waits.\n\nAnna blows out the candle.'
    const film = planText(`INT. LIVING ROOM - NIGHT\n\n${lines}`)
    const s = film.scenes[0]!
    const lights = acts(s, 'anna').find((x) => x.verb === 'kindle')!
    const blows = acts(s, 'anna').find((x) => x.verb === 'blow')!
    const [keys] = Object.values(s.blocking.lamps)
    expect(keys!.map((k) => k.on)).toEqual([0, 0, 1, 1, 0])
    expect(keys![2]!.t).toBeGreaterThan(lights.t0)
    expect(keys![2]!.t).toBeLessThan(lights.t1)
    expect(keys![4]!.t).toBeGreaterThan(blows.t0)
    expect(keys![4]!.t).toBeLessThan(blows.t1)
    // The hand and the lips are at the flame.
    expect(lights.at).toEqual(blows.at)
  })

  test('who lies on a sofa lies along it, with the knees up', () => {
    const lies = stays(room('Ben lies on the sofa.'), 'ben').at(-1)!
    expect(lies).toMatchObject({ stance: 'lie', seatHeightM: 0.45 })
    expect(lies.legRoomM).toBeLessThan(0.7)
    // From the scene's first frame, where that is how it begins.
    const asleep = one('WALTER (72, heavy) lies on the sofa, asleep.\n\nCLAIRE (40) comes in.', 'INT. LIVING ROOM - NIGHT')
    expect(stays(asleep, 'walter')[0]).toMatchObject({ stance: 'lie', t0: 0 })
  })

  test('who sits beside somebody in bed is not in the bed, whoever of them is known longer', () => {
    const { scenes } = planText(
      'INT. HALL - DAY\n\nMARA (40, coat) waits with OSKAR (12).\n\nMARA\nCome.\n\nINT. BEDROOM - NIGHT\n\nOskar lies in bed. Mara sits beside him and holds his hand.\n\nMARA\nSleep now.\n',
    )
    expect(stays(scenes[1]!, 'oskar')[0]).toMatchObject({ stance: 'lie', t0: 0 })
    expect(stays(scenes[1]!, 'mara').map((w) => w.stance)).not.toContain('lie')
  })

  test('parentheticals move the body, and a habit comes back', () => {
    const s = one(
      'ANNA waits. BEN waits.\n\nANNA\n(shrugs)\nI have no idea what became of it.\n\nBEN\n(pointing)\nOver there, behind the house.',
    )
    expect(acts(s, 'anna').some((x) => x.verb === 'shrug')).toBe(true)
    expect(acts(s, 'ben').some((x) => x.verb === 'point')).toBe(true)
    const line = 'You know as well as I do that nobody has been up there since the summer, and nobody will go there now.'
    const long = one(
      `ANNA (50, nervous) waits. BEN waits.\n\n${Array.from({ length: 14 }, (_, i) => `BEN\nNumber ${i}: ${line}`).join('\n\nANNA\nI see.\n\n')}`,
    )
    const habits = acts(long, 'anna').filter((x) => x.verb === 'rub-neck' || x.verb === 'smooth-clothes')
    expect(habits.length).toBeGreaterThanOrEqual(2)
    expect(new Set(habits.map((x) => x.verb)).size).toBe(1)
  })
})

describe('what deeds are done with', () => {
  const held = (text: string, key = 'anna') => {
    const s = one(`ANNA (30) sits at the table. BEN (40) stands at the window.\n\n${text}`)
    return {
      props: s.blocking.props.flatMap((p) => (p.states.some((x) => x.kind === 'held' && x.by === key) ? [p.prop] : [])),
      laid: s.blocking.props.flatMap((p) => (p.states.some((x) => x.kind === 'placed') ? [p.prop] : [])),
      acts: acts(s, key),
    }
  }

  test('is in the hand, and what is written on lies there or is in the other', () => {
    const sits = held('Anna writes.')
    expect(sits).toMatchObject({ props: ['pencil'], laid: ['notebook'] })
    expect(sits.acts.find((a) => a.verb === 'write')?.at?.[1]).toBeGreaterThan(0.5)
    expect(held('Ben writes.', 'ben').props.sort()).toEqual(['notebook', 'pencil'])
    for (const [text, prop] of [
      ['Anna eats.', 'fork'],
      ['Anna pours.', 'bottle'],
      ['Anna wipes the table.', 'cloth'],
      ['Anna chops.', 'knife'],
      ['Anna smokes.', 'cigarette'],
      ['Anna photographs the room.', 'photo-camera'],
      ['Anna takes a picture of the room.', 'photo-camera'],
    ])
      expect(held(text!).props, text).toContain(prop)
    expect(held('Anna takes a picture of the room.').acts.map((a) => a.verb)).toContain('photograph')
  })

  test('is not there where the words say bare hands, and is what they name', () => {
    expect(held('Anna wipes her eyes.').props).toEqual([])
    expect(held('Anna bites her lip.').props).toEqual([])
    expect(held('Ben eats an apple.', 'ben').props).toEqual(['apple'])
  })
})
