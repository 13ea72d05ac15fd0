import {
  ADDED_LAMP,
  CORRECTIONS,
  keyWords,
  LAMP_RANGES,
  listLamps,
  newLampAt,
  RATIO_RANGE,
  RIG_NAMES,
  RIGS,
  type RigName,
  readRig,
  realLux,
  rigWords,
} from '../../departments/lighting'
import { clamp, TimeOfDay, type Vec3 } from '../../film'
import { USUAL_ISO } from '../../production/light-plot'
import { AirRow } from './air-row'
import { Choice, Figure } from './figure'
import { type Hand, handValue, lightTarget, NOWHERE, newName } from './hand'
import { MatchPhoto } from './match-photo'
import { PlaceFigures } from './place-figures'

const GELS = [['', 'none'], ...CORRECTIONS.map((g) => [g.name, g.name.replace(/ \(.*/, '')] as const)] as const

const TIMES = [['', 'as written'], ...TimeOfDay.options.map((t) => [t.toLowerCase(), t.toLowerCase()] as const)] as const

/** The rig of the scene or the shot, its lamps, and what is set of the one that is picked. */
export function LightTab(hand: Hand) {
  const { slice, shot, picked, pick, edit, edits, unedit } = hand
  const { light, set } = slice
  const target = lightTarget(hand)
  const lamps = listLamps(light, set)
  const lamp = lamps.find((l) => l.name === picked?.key)
  const of = (field: string) => `lamps.${lamp?.name}.${field}`
  const given = <T,>(field: string, none: T) => (handValue(edits, target, of(field)) as T | undefined) ?? none
  const set1 = (field: string, value: number | string | Vec3, base: number | string | Vec3) =>
    edit({ target, path: of(field), value, base })
  const rig = light.rig
  const asked = readRig([String(handValue(edits, target, 'light.rig') ?? '')])
  const askRig = (name: RigName, ratio: number, from = asked?.from) =>
    edit({ target, path: 'light.rig', value: rigWords({ name, ratio, ...(from ? { from } : {}) }), base: '' })
  /** Another side for the key of the rig that is there; the place's own light gets three points. */
  const askKey = (from: 'left' | 'right') =>
    rig ? askRig(rig.name as RigName, rig.ratio, from) : edit({ target, path: 'light.rig', value: keyWords(from), base: '' })
  const addLamp = () => {
    const name = newName(
      'lamps',
      lamps.map((l) => l.name),
      edits,
      ADDED_LAMP,
    )
    const at = newLampAt(light, set, slice.shot.camera.keys[0]?.position ?? [0, 1.5, 3])
    pick({ kind: 'lamp', key: name })
    edit(
      { target, path: `lamps.${name}.add`, value: at.position, base: NOWHERE },
      { target, path: `lamps.${name}.target`, value: at.target, base: NOWHERE },
    )
  }
  const isAdded = lamp?.name.startsWith(ADDED_LAMP)
  const stops = given('stops', 0)
  const { fStop, shutterAngleDeg } = slice.shot.camera
  const { fps } = slice.shot
  const lumens = (lamp?.lumens ?? 0) * realLux(set, light, { iso: USUAL_ISO, fStop, shutterAngleDeg, fps: fps.num / fps.den })
  return (
    <>
      <fieldset className="plan-row plan-scope">
        <legend>Set the light of</legend>
        {(['scene', 'shot'] as const).map((which) => (
          <label key={which}>
            <input
              type="radio"
              name="light-of"
              checked={hand.lightOf === which}
              data-testid={`light-of-${which}`}
              onChange={() => hand.setLightOf(which)}
            />
            {which === 'scene' ? 'the scene' : `${shot.address} alone`}
          </label>
        ))}
      </fieldset>
      <div className="plan-row">
        <Choice
          label="Time"
          testId="scene-time"
          value={String(handValue(edits, shot.sceneKey, 'light.time') ?? '')}
          options={TIMES}
          onChange={(time) => edit({ target: shot.sceneKey, path: 'light.time', value: time, base: '' })}
        />
        <Choice
          label="Rig"
          testId="light-rig"
          value={rig?.name ?? ''}
          options={[['', rig ? 'as planned' : 'as the place has it'], ...RIG_NAMES.map((n) => [n, n.replace('-', ' ')] as const)]}
          onChange={(name) => void (name === '' ? unedit(target, 'light') : askRig(name as RigName, RIGS[name as RigName].ratio))}
        />
        {rig && (
          <Figure
            label="Key to fill"
            unit=": 1"
            value={rig.ratio}
            least={RATIO_RANGE.least}
            most={RATIO_RANGE.most}
            step={0.5}
            onChange={(ratio) => askRig(rig.name as RigName, ratio)}
          />
        )}
        <Choice
          label="Key from"
          testId="light-key"
          value={asked?.from ?? ''}
          options={[
            ['', 'where it is'],
            ['left', 'the left'],
            ['right', 'the right'],
          ]}
          onChange={(side) => void (side === 'left' || side === 'right' ? askKey(side) : unedit(target, 'light'))}
        />
        <button type="button" data-testid="add-lamp" onClick={addLamp}>
          Add a lamp
        </button>
      </div>
      <MatchPhoto {...hand} />
      <AirRow hand={hand} target={target} />
      <ul className="plan-list" aria-label="Lamps">
        {lamps.map((l) => (
          <li key={l.name}>
            <button
              type="button"
              aria-pressed={l.name === lamp?.name}
              className={l.on ? '' : 'is-off'}
              data-testid={`lamp-${l.name}`}
              onClick={() => pick({ kind: 'lamp', key: l.name })}
            >
              {l.title}
            </button>
          </li>
        ))}
      </ul>
      {lamp && (
        <fieldset className="plan-row" aria-label={lamp.title} data-testid="lamp-fields">
          <label className="plan-figure">
            <input
              type="checkbox"
              checked={lamp.on}
              data-testid="lamp-on"
              onChange={(e) => set1('on', e.target.checked ? 1 : 0, lamp.on ? 1 : 0)}
            />
            {lamp.title} on
          </label>
          <Figure
            label="Level"
            unit={`stops, ${Math.round(100 * 2 ** stops)} %`}
            value={stops}
            least={LAMP_RANGES.stops[0]}
            most={LAMP_RANGES.stops[1]}
            step={0.5}
            onChange={(v) => set1('stops', v, 0)}
          />
          {lumens > 0 && (
            <Figure
              label="Throws"
              unit="lm"
              value={Number(lumens.toPrecision(3))}
              least={1}
              most={1e7}
              step={10}
              onChange={(v) => set1('stops', clamp(Math.round((stops + Math.log2(v / lumens)) * 1000) / 1000, ...LAMP_RANGES.stops), 0)}
            />
          )}
          <Figure
            label="Colour"
            unit="K"
            value={given('kelvin', lamp.kelvin)}
            least={LAMP_RANGES.kelvin[0]}
            most={LAMP_RANGES.kelvin[1]}
            step={100}
            onChange={(v) => set1('kelvin', v, lamp.kelvin)}
          />
          <Gel value={given('gel', '')} onChange={(gel) => set1('gel', gel, '')} />
          {lamp.beamDeg !== undefined && (
            <Figure
              label="Barn doors"
              unit="°"
              value={lamp.beamDeg}
              least={LAMP_RANGES.beamDeg[0]}
              most={LAMP_RANGES.beamDeg[1]}
              step={1}
              onChange={(v) => set1('beam', v, lamp.beamDeg as number)}
            />
          )}
          {lamp.soft !== undefined && (
            <Figure
              label="Soft"
              unit=""
              value={lamp.soft}
              least={0}
              most={1}
              step={0.1}
              onChange={(v) => set1('soft', v, lamp.soft as number)}
            />
          )}
          {lamp.position && lamp.isFree && (
            <PlaceFigures hand={hand} held={{ kind: 'lamp', key: lamp.name, place: lamp.position }} labels={['x', 'Height', 'z']} />
          )}
          {lamp.target && (
            <PlaceFigures
              hand={hand}
              held={{ kind: 'lamp-aim', key: lamp.name, place: lamp.target }}
              labels={['Aim x', 'Aim height', 'Aim z']}
            />
          )}
          <button
            type="button"
            data-testid="reset-lamp"
            disabled={!edits.some((e) => e.target === target && e.path.startsWith(`lamps.${lamp.name}.`))}
            onClick={() => unedit(target, `lamps.${lamp.name}`)}
          >
            {isAdded ? 'Remove' : 'As planned'}
          </button>
        </fieldset>
      )}
    </>
  )
}

/** A correction, or a sheet of colour. */
function Gel({ value, onChange }: { readonly value: string; readonly onChange: (gel: string) => void }) {
  const isColour = value.startsWith('#')
  return (
    <>
      <Choice
        label="Gel"
        testId="lamp-gel"
        value={isColour ? 'colour' : value}
        options={[...GELS, ['colour', 'a colour …']]}
        onChange={(gel) => onChange(gel === 'colour' ? '#ff8844' : gel)}
      />
      {isColour && (
        <input
          type="color"
          aria-label="Colour of the gel"
          key={value}
          defaultValue={value}
          // Not while the wheel is turned: every step is a plan.
          onBlur={(e) => e.currentTarget.value !== value && onChange(e.currentTarget.value)}
        />
      )}
    </>
  )
}
