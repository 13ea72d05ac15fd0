import { describe, expect, it } from 'vitest'
import { openProduction } from '../../src/production'
import { PlanDoor } from '../../src/workers/plan-door'
import { Planning } from '../../src/workers/planning'
import { WARM_UP_ROUNDS, warmUpScript } from '../../src/workers/warm-up'

const alone = () => {
  throw new Error('nobody is to be hired')
}
const bytes = (text: string) => new TextEncoder().encode(text)

describe('the warm-up', () => {
  it('is made of films: people, places, lines and cuts in each, no two the same', () => {
    const texts = Array.from({ length: WARM_UP_ROUNDS }, (_, round) => warmUpScript(round))
    expect(new Set(texts).size).toBe(WARM_UP_ROUNDS)
    for (const text of texts.slice(0, 4)) {
      const opened = openProduction({ files: [{ name: 'warm-up.fountain', bytes: bytes(text) }], main: 'warm-up.fountain' })
      if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
      const { script, store } = opened.film
      expect(script.characters.length).toBeGreaterThan(0)
      expect(store.plan.shots.length).toBeGreaterThan(5)
    }
  })

  it('ends when a film is asked for, and leaves none open', async () => {
    const door = new PlanDoor(new Planning(alone, 0))
    const warm = door.warmUp()
    expect(() => door.slice('any')).toThrow(/no film is open/)
    const answer = await door.open({ name: 'film.fountain', bytes: bytes('INT. ROOM - DAY\n\nA MAN sits.\n') })
    expect(answer.ok && answer.film.plan.shots.length).toBeGreaterThan(0)
    expect(await warm).toBeLessThan(3)
  })
})
