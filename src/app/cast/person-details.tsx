import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { CastEntry, WornScene } from '../../production'
import { castModel, castStore, hearLine, recast } from '../store/cast'
import { castingYaml } from '../store/casting'
import { type Casting, filmStore } from '../store/film-store'

const NOTHING: Casting = {}

/** Who somebody is, in words that can be changed; when they are seen; what they wear where. */
export function PersonDetails({ person }: { readonly person: CastEntry }) {
  const { spec } = person
  return (
    <aside className="cast-details">
      <h2>{spec.name}</h2>
      <p className="cast-facts">
        {spec.sex}, {spec.age}, {spec.heightM.toFixed(2)} m. {person.lines} lines, {person.words} words; {person.shots} shots,{' '}
        {person.seconds.toFixed(1)} s on screen
        {person.first === '' ? '' : person.first === person.last ? `, in ${person.first}` : `, from ${person.first} to ${person.last}`}.
      </p>
      {person.reference && <Reference reference={person.reference} />}
      <Describe person={person} />
      <h3>Wardrobe</h3>
      {person.scenes.length === 0 ? (
        <Pieces wardrobe={spec.wardrobe} />
      ) : (
        <ol className="cast-scenes" data-testid="cast-scenes">
          {person.scenes.map((scene, i) => (
            <Worn key={scene.scene} scene={scene} before={person.scenes[i - 1]} />
          ))}
        </ol>
      )}
    </aside>
  )
}

/** Who somebody is cast after. */
function Reference({ reference }: { readonly reference: NonNullable<CastEntry['reference']> }) {
  const { note, picture } = reference
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!picture) return
    const made = URL.createObjectURL(new Blob([new Uint8Array(picture.bytes)]))
    setUrl(made)
    return () => {
      URL.revokeObjectURL(made)
      setUrl(undefined)
    }
  }, [picture])
  return (
    <figure className="cast-reference" data-testid="cast-reference">
      {url !== undefined && <img src={url} alt={`Cast after: ${note}`} />}
      <figcaption>Cast after: {note}</figcaption>
    </figure>
  )
}

/** The words that somebody is made of. */
function Describe({ person }: { readonly person: CastEntry }) {
  const said = useStore(filmStore, (s) => s.casting[person.spec.name] ?? NOTHING)
  const casting = useStore(filmStore, (s) => s.casting)
  const recasting = useStore(castStore, (s) => s.recasting)
  const [words, setWords] = useState<Casting>(said)
  const set = (change: Casting) => setWords((w) => ({ ...w, ...change }))
  const yaml = castingYaml(casting)
  return (
    <form
      className="cast-words"
      onSubmit={(e) => {
        e.preventDefault()
        void recast(person.spec.name, { ...words, model: said.model })
      }}
    >
      <label>
        Description
        <textarea
          rows={3}
          value={words.description ?? person.description}
          placeholder="58, huge, grey overcoat, silver moustache, bald"
          data-testid="cast-description"
          onChange={(e) => set({ description: e.target.value })}
        />
      </label>
      <label>
        Wardrobe
        <input
          type="text"
          value={words.wardrobe ?? ''}
          placeholder="as described: or green parka, torn jeans, boots"
          data-testid="cast-wardrobe"
          onChange={(e) => set({ wardrobe: e.target.value })}
        />
      </label>
      <label>
        Hair
        <input
          type="text"
          value={words.hair ?? ''}
          placeholder="as described: or red curls, full beard"
          data-testid="cast-hair"
          onChange={(e) => set({ hair: e.target.value })}
        />
      </label>
      <label>
        Voice
        <span className="cast-voice">
          <input
            type="text"
            value={words.voice ?? ''}
            placeholder="as described: or bass, gruff; none"
            data-testid="cast-voice"
            onChange={(e) => set({ voice: e.target.value })}
          />
          <Hear voice={person.voice} />
        </span>
      </label>
      <label>
        Model
        <span className="button">
          Choose a model …
          <input
            type="file"
            accept=".vrm,.glb"
            disabled={recasting}
            data-testid="cast-model"
            onChange={(e) => {
              const [file] = e.target.files ?? []
              e.target.value = ''
              if (file) void castModel(file)
            }}
          />
        </span>
        <small data-testid="cast-model-name">
          {said.model ? `${said.model} stands in for the body` : 'or drop a .vrm or .glb anywhere here'}
        </small>
      </label>
      <menu>
        <button type="submit" className="primary" disabled={recasting} data-testid="cast-apply">
          {recasting ? 'Planning …' : 'Apply'}
        </button>
        <button
          type="button"
          disabled={recasting || Object.keys(said).length === 0}
          data-testid="cast-reset"
          onClick={() => {
            setWords({})
            void recast(person.spec.name, {})
          }}
        >
          As in the screenplay
        </button>
      </menu>
      {yaml !== '' && (
        <details>
          <summary>For the production</summary>
          <p>Counts for the film and its exports on this page. To keep it, put it into the master file:</p>
          <pre data-testid="cast-yaml">{yaml}</pre>
        </details>
      )}
    </form>
  )
}

/** Their first line, to be heard. */
function Hear({ voice }: { readonly voice: CastEntry['voice'] }) {
  const [speaking, setSpeaking] = useState(false)
  const hear = async () => {
    if (!voice) return
    setSpeaking(true)
    await hearLine(voice)
    setSpeaking(false)
  }
  return (
    <button
      type="button"
      className="button"
      disabled={!voice || speaking}
      title={voice?.text}
      data-testid="cast-hear"
      onClick={() => void hear()}
    >
      {speaking ? 'Speaks …' : 'Hear'}
    </button>
  )
}

function Pieces({ wardrobe }: { readonly wardrobe: WornScene['wardrobe'] }) {
  return (
    <ul className="cast-pieces">
      {wardrobe.map((g) => (
        <li key={g.kind}>
          <i style={{ background: g.colour }} />{' '}
          {[g.condition === 'pristine' ? '' : g.condition, g.pattern === 'plain' ? '' : g.pattern, g.material, g.kind.replace(/-/g, ' ')]
            .filter(Boolean)
            .join(' ')}
        </li>
      ))}
    </ul>
  )
}

/** A scene, with the clothes where they are other than in the scene before. */
function Worn({ scene, before }: { readonly scene: WornScene; readonly before: WornScene | undefined }) {
  const isSame = before !== undefined && JSON.stringify(before.wardrobe) === JSON.stringify(scene.wardrobe)
  return (
    <li>
      <b>
        {scene.scene}. {scene.title}
      </b>{' '}
      <small>{scene.day}</small>
      {isSame ? <p>as before</p> : <Pieces wardrobe={scene.wardrobe} />}
      {scene.marks.length > 0 && <p>{scene.marks.join(', ').replace(/-/g, ' ')}</p>}
      {scene.changes.map((c) => (
        <p key={`${c.line} ${c.what}`}>
          <q>{c.what}</q> <small>line {c.line}</small>
        </p>
      ))}
    </li>
  )
}
