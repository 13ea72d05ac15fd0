import { describe, expect, it } from 'vitest'
import { measureExport } from '../../src/production/measure-export'

/** A machine whose clock only goes on by what work costs; `slow(n)` multiplies the cost of the n-th work, warm-up included. */
function machine(renderMs: number, encodeMs: number, slow: (n: number) => number = () => 1) {
  let clock = 1000
  const order: string[] = []
  const work = (name: string, cost: number) => async () => {
    clock += cost * slow(order.length)
    order.push(name)
  }
  return { order, render: work('r', renderMs), encode: work('e', encodeMs), now: () => clock }
}

describe('measureExport', () => {
  it('answers export ÷ rendering of a steady machine', async () => {
    const { ratio, least, greatest, rounds } = await measureExport(machine(100, 110))
    expect(ratio).toBeCloseTo(1.1)
    expect([least, greatest].map((r) => r.toFixed(6))).toEqual(['1.100000', '1.100000'])
    expect(rounds).toHaveLength(7)
  })

  it('takes turns, warm-up first, and changes who goes first', async () => {
    const m = machine(10, 10)
    await measureExport({ ...m, rounds: 3 })
    expect(m.order.join('')).toBe(`re${'re'}${'er'}${'re'}`)
  })

  it('forgets rounds in which something else ran', async () => {
    // Works 2 and 5 (of rounds 1 and 2) take four times as long.
    const { ratio, greatest, least } = await measureExport(machine(100, 120, (n) => (n === 2 || n === 5 ? 4 : 1)))
    expect(ratio).toBeCloseTo(1.2)
    expect(Math.min(least, 1 / greatest)).toBeLessThan(0.5)
  })

  it('a machine that slows down steadily favours neither', async () => {
    const { ratio } = await measureExport(machine(100, 120, (n) => 1 + n * 0.02))
    expect(ratio).toBeGreaterThan(1.15)
    expect(ratio).toBeLessThan(1.25)
  })

  it('says what is wrong with its arguments', async () => {
    await expect(measureExport({ ...machine(1, 1), rounds: 4 })).rejects.toThrow('rounds must be an odd whole number, got 4')
    await expect(measureExport(machine(0, 1))).rejects.toThrow('rendering took 0 ms')
  })

  it('must fail: twice the work is told apart', async () => {
    expect((await measureExport(machine(100, 200))).ratio).not.toBeCloseTo(1)
  })
})
