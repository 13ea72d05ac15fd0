import { describe, expect, it } from 'vitest'
import { cameraDirection, withoutDirections } from '../../../src/departments/previs/camera-directions'
import { planText } from './plan-text'

describe('moves that a script asks for', () => {
  it.each([
    ['We push in on Mara as she reads the letter.', 'push-in', 'Mara as she reads the letter.'],
    ['The camera slowly circles the two of them.', 'orbit', 'the two of them.'],
    ['PAN TO the door. Joe comes in.', 'pan', 'the door. Joe comes in.'],
    ['She turns. WHIP PAN TO Joe.', 'whip-pan', 'She turns.  Joe.'],
    ['DOLLY ZOOM on her face.', 'dolly-zoom', 'on her face.'],
    ['RACK FOCUS TO the cup.', 'rack-focus', 'the cup.'],
    ['CRANE UP over the roofs.', 'crane-up', 'over the roofs.'],
    ['The camera pulls back to show the whole street.', 'pull-out', 'show the whole street.'],
    ['AERIAL SHOT: the harbour.', 'drone', ': the harbour.'],
    ['TILT DOWN to her hands.', 'tilt-down', 'to her hands.'],
  ])('%s', (text, move, rest) => {
    expect(cameraDirection(text)?.move).toBe(move)
    expect(withoutDirections(text).replace(/\s+/g, ' ')).toBe(rest.replace(/\s+/g, ' ').trim())
  })

  it.each([
    'She takes a pan to the stove.',
    'He pushes in the door and zooms in on the plans.',
    'They pull back the curtain.',
    'We see a crane up on the hill.',
    'A track leads to the farm. They follow it.',
    'She holds the camera.',
  ])('leaves alone: %s', (text) => {
    expect(cameraDirection(text)).toBeUndefined()
    expect(withoutDirections(text)).toBe(text)
  })

  it('are the shot’s, with the line that asks', () => {
    const { scenes } = planText('INT. KITCHEN - DAY\n\nMARA sits at the table.\n\nWe push in on Mara.\n\nMARA\nNo.\n')
    const asked = scenes[0]!.shots.shots.find((s) => s.moveAmount !== undefined)
    expect(asked).toMatchObject({ move: 'push-in' })
    expect(asked!.why.find((w) => w.of === 'move')).toEqual({
      of: 'move',
      rule: 'push-in: the script asks for it: We push in on',
      line: 5,
    })
  })
})
