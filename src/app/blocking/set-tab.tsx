import { useId, useState } from 'react'
import { likeThings, mayBeRaised, PROPS } from '../../departments/art'
import type { Vec3 } from '../../film'
import { SaveModel } from '../panels/save-model'
import { Catalogue } from './catalogue'
import { Choice, Figure } from './figure'
import { addThing, degrees, duplicate, type Hand, NOWHERE, takeOut } from './hand'

/** The thing that is picked in the set: where it is, what stands there instead; and things more. */
export function SetTab(hand: Hand) {
  const { slice, picked, pick, edit, edits, unedit, put } = hand
  const [seeks, setSeeks] = useState<'add' | 'swap' | 'store'>()
  const { set } = slice
  const target = set.key
  const thing = picked?.kind === 'thing' ? set.placements.find((p) => p.key === picked.key) : undefined
  const path = (field: string) => `things.${thing?.key}.${field}`
  const gone = edits.filter((e) => e.target === target && e.path.endsWith('.gone') && e.value === 1)
  const take = (prop: string) => {
    setSeeks(undefined)
    if (seeks === 'swap' && thing) edit({ target, path: path('prop'), value: prop, base: thing.prop })
    if (seeks === 'add') addThing(hand, prop, freeSpot(slice))
  }
  const held = thing && { kind: 'thing' as const, key: thing.key, place: thing.position }
  const move = (axis: 0 | 1 | 2, v: number) =>
    held && put(held, { place: held.place.map((was, i) => (i === axis ? v : was)) as unknown as Vec3, isFree: true })
  return (
    <>
      <div className="plan-row">
        <button
          type="button"
          data-testid="add-thing"
          aria-expanded={seeks === 'add'}
          onClick={() => setSeeks(seeks === 'add' ? undefined : 'add')}
        >
          Add a thing …
        </button>
        <Choice
          label="Pick"
          testId="pick-thing"
          value={thing?.key ?? ''}
          options={[['', 'nothing'], ...names(set.placements)]}
          onChange={(key) => pick(key === '' ? undefined : { kind: 'thing', key })}
        />
        <button
          type="button"
          data-testid="open-catalogue"
          aria-expanded={seeks === 'store'}
          onClick={() => setSeeks(seeks === 'store' ? undefined : 'store')}
        >
          Catalogue …
        </button>
        <SaveModel wish={{ kind: 'set', slice }} name={set.key}>
          Save the set as glTF
        </SaveModel>
        <span className="plan-problem">{set.name.toLowerCase()}: changes here are in every scene that plays in it</span>
      </div>
      {thing && (
        <fieldset className="plan-row" aria-label={thing.prop} data-testid="thing-fields">
          <b>{thing.prop.replaceAll('-', ' ')}</b>
          {([0, 2] as const).map((axis) => (
            <Figure
              key={axis}
              label={axis === 0 ? 'x' : 'z'}
              unit="m"
              value={thing.position[axis]}
              least={-100}
              most={100}
              step={0.05}
              onChange={(v) => move(axis, v)}
            />
          ))}
          {mayBeRaised(set, thing) && (
            <Figure label="Height" unit="m" value={thing.position[1]} least={0} most={30} step={0.05} onChange={(v) => move(1, v)} />
          )}
          <Figure
            label="Turn"
            unit="°"
            value={degrees(thing.yaw)}
            least={-180}
            most={180}
            step={5}
            onChange={(v) => held && put(held, { place: held.place, yaw: (v * Math.PI) / 180, isFree: true })}
          />
          <button
            type="button"
            data-testid="swap-thing"
            aria-expanded={seeks === 'swap'}
            onClick={() => setSeeks(seeks === 'swap' ? undefined : 'swap')}
          >
            Swap …
          </button>
          <button type="button" data-testid="duplicate-thing" onClick={() => duplicate(hand, thing.key)}>
            Duplicate
          </button>
          <SaveModel wish={{ kind: 'props', name: thing.prop }} name={thing.prop}>
            Save as glTF
          </SaveModel>
          <button type="button" data-testid="remove-thing" onClick={() => takeOut(hand, thing.key)}>
            Remove
          </button>
        </fieldset>
      )}
      {!thing && (
        <p className="plan-problem">
          Pick a thing on the plan, in the picture or in the list: drag it, turn it with R, take it out with Delete.
        </p>
      )}
      {seeks === 'store' && <Catalogue />}
      {seeks && seeks !== 'store' && (
        <PropList onTake={take} verb={seeks === 'add' ? 'Add' : 'Swap for'} like={seeks === 'swap' && thing ? thing.prop : undefined} />
      )}
      {gone.length > 0 && (
        <ul className="plan-list" aria-label="Taken out">
          {gone.map(({ path: of }) => (
            <li key={of}>
              <button type="button" onClick={() => unedit(target, of.replace(/\.gone$/, ''))}>
                put back {of.split('.')[1]?.replaceAll('-', ' ')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Things by their keys, with a number where there are several of a kind. */
function names(placements: Hand['slice']['set']['placements']): (readonly [string, string])[] {
  const counts = new Map<string, number>()
  return placements
    .filter((p) => p.position[1] > -0.5)
    .map(({ key, prop }) => {
      const n = (counts.get(prop) ?? 0) + 1
      counts.set(prop, n)
      return [key, `${prop.replaceAll('-', ' ')}${n > 1 ? ` ${n}` : ''}`] as const
    })
    .sort((a, b) => (a[1] < b[1] ? -1 : 1))
}

/** Between the camera and what it looks at, inside the set. */
function freeSpot({ set, shot }: Hand['slice']): Vec3 {
  const [key] = shot.camera.keys
  const inside = (v: number, wide: number) => Math.round(Math.min(wide / 2 - 0.6, Math.max(0.6 - wide / 2, v)) * 100) / 100
  const [from, to] = [key?.position ?? NOWHERE, key?.target ?? NOWHERE]
  return [inside((from[0] + to[0]) / 2, set.widthM), 0, inside((from[2] + to[2]) / 2, set.depthM)]
}

/** As many are shown at once. */
const SHOWN = 36

/** The store of things, to be searched. */
function PropList({
  onTake,
  verb,
  like,
}: {
  readonly onTake: (prop: string) => void
  readonly verb: string
  /** What it is to be like, until something is searched. */
  readonly like?: string | undefined
}) {
  const [seek, setSeek] = useState('')
  const id = useId()
  const words = seek.trim().toLowerCase()
  const kin = like !== undefined && words === '' ? likeThings(like) : []
  const found = (kin.length > 0 ? kin.map((name) => [name, PROPS[name]!] as const) : Object.entries(PROPS)).filter(
    ([name, { words: also = [] }]) => words === '' || name.replaceAll('-', ' ').includes(words) || also.some((w) => w.includes(words)),
  )
  return (
    <div className="plan-props">
      <input
        type="search"
        // The list opens to be searched.
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the button before it
        autoFocus
        placeholder={
          kin.length > 0 ? `Like it, or search ${Object.keys(PROPS).length} things` : `Search ${Object.keys(PROPS).length} things`
        }
        aria-label="Search the prop library"
        aria-controls={id}
        data-testid="seek-prop"
        value={seek}
        onChange={(e) => setSeek(e.target.value)}
        onKeyDown={(e) => e.key === 'Enter' && found[0] && onTake(found[0][0])}
      />
      <ul className="plan-list" id={id} aria-label={`${found.length} things`}>
        {found.slice(0, SHOWN).map(([name, { size }]) => (
          <li key={name}>
            <button
              type="button"
              title={`${verb} ${name.replaceAll('-', ' ')}, ${size.map((v) => Math.round(v * 100) / 100).join(' × ')} m`}
              data-testid={`prop-${name}`}
              onClick={() => onTake(name)}
            >
              {name.replaceAll('-', ' ')}
            </button>
          </li>
        ))}
        {found.length > SHOWN && <li>and {found.length - SHOWN} more</li>}
        {found.length === 0 && <li>nothing is called so</li>}
      </ul>
    </div>
  )
}
