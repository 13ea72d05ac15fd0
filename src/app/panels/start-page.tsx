import { studio } from '../store/studio'
import { OpenButton } from './studio-page'

/** Screenplays that come with the page. */
const SAMPLES = [
  { path: 'samples/night-owls.fountain', title: 'Night Owls', about: 'A diner, two people, and the hour when nobody lies well.' },
  { path: 'samples/the-kite-thief.fountain', title: 'The Kite Thief', about: 'A beach, four children, one kite that is not theirs.' },
] as const

/** What a visitor sees first. */
export function StartPage() {
  return (
    <main className="start">
      <h1>Oneshot</h1>
      <p className="lead">A movie studio that is one web page. Drop a screenplay anywhere; a minute later, watch the film.</p>
      <div className="start-deeds">
        <OpenButton primary />
        <button type="button" data-testid="room-production" onClick={() => studio.enter('production')}>
          Open a production …
        </button>
      </div>
      <p className="hint">Fountain or plain text in screenplay form. Nothing leaves this machine.</p>
      <h2>Or begin with one of these</h2>
      <ul className="samples">
        {SAMPLES.map((s) => (
          <li key={s.path}>
            <button type="button" className="sample" data-testid={`sample-${s.path}`} onClick={() => void studio.openSample(s.path)}>
              <strong>{s.title}</strong>
              <span>{s.about}</span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  )
}
