import { type Diagnostic, type RenderOutput, type RenderPlan, timecode } from '../film'
import type { RunSummary } from '../pipeline'
import type { PictureCheck } from './artifacts'

/** What the report tells of. */
export interface ReportFacts {
  readonly plan: RenderPlan
  readonly outputs: readonly RenderOutput[]
  /** JPEGs by shot key. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly check: PictureCheck
  readonly diagnostics: readonly Diagnostic[]
  readonly runId: string
  /** The run so far, where there is one. */
  readonly summary?: RunSummary
}

const STYLE = `:root{color-scheme:dark}body{margin:0 auto;max-width:1100px;padding:32px 24px;background:#121317;color:#d9dbe3;font:15px/1.5 system-ui,sans-serif}
h1{font-size:30px;margin:0}h2{margin:40px 0 12px;font-size:18px;border-bottom:1px solid #2b2e37;padding-bottom:6px}
p.sub{color:#9a9eac;margin:4px 0 0}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:6px 14px 6px 0;border-bottom:1px solid #23252d;vertical-align:top}th{color:#9a9eac;font-weight:500}
td.n{text-align:right}code{font:12px ui-monospace,monospace;color:#aeb4c6;overflow-wrap:anywhere}
.shots{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:16px}figure{margin:0}
figure img,figure div{display:block;width:100%;aspect-ratio:16/9;object-fit:cover;background:#1d1f26;border-radius:4px}
figcaption{font-size:13px;color:#9a9eac;margin-top:4px}figcaption b{color:#d9dbe3;font-weight:600}li.warning{color:#e6c36b}`

/** The report of a run as one page that needs nothing else: what was made, how each shot looks, what took how long, what to know. */
export function reportHtml({ plan, outputs, pictures, check, diagnostics, runId, summary }: ReportFacts): string {
  const warnings = [
    ...diagnostics
      .filter((d) => d.severity === 'warning')
      .map((d) => `${d.file ?? ''}${d.line ? `:${d.line}` : ''} ${d.message} (${d.remedy})`),
    ...(summary?.warnings ?? []),
    ...check.outputs.flatMap((o) =>
      o.still.map((s) => `${o.name}: ${s.address} stands still for ${s.frames} frames from frame ${s.first}`),
    ),
  ]
  const first = outputs[0]
  const shown = plan.shots.filter((s) => first?.segments.some((g) => g.shotKey === s.key))
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${e(plan.title || 'Untitled')}: report</title><style>${STYLE}</style></head><body>
<h1>${e(plan.title || 'Untitled')}</h1>
<p class="sub">${plan.author ? `${e(plan.author)} · ` : ''}${plan.scenes.length} scenes, ${plan.shots.length} shots, ${timecode(plan.frames, plan.fps)} · run <code>${e(runId.slice(0, 16))}</code></p>
<h2>Made</h2>
<table><tr><th>Output</th><th>Picture</th><th>Style</th><th>Written as</th><th>Frames</th><th>Holes</th><th>Film hash</th></tr>
${outputs.map((o) => `<tr><td>${e(o.file)}</td><td>${o.width} × ${o.height}, ${rate(o.fps)}</td><td>${e(o.style)}, ${e(o.quality)}</td><td>${e(o.codec)}${o.asked ? ` (asked: ${e(o.asked)})` : ''}</td><td class="n">${o.frames}</td><td class="n">${o.segments.filter((s) => s.hole).length}</td><td><code>${e(o.filmHash.slice(0, 24))}</code></td></tr>`).join('\n')}
</table>
<h2>Shots</h2>
<div class="shots">
${shown.map((s) => `<figure>${picture(pictures.get(s.key))}<figcaption><b>${e(s.address)}</b> ${e(s.size)} ${e(s.framing)}, ${Math.round(s.lensMm)} mm, ${s.frames} frames<br>${e(s.sceneTitle)}</figcaption></figure>`).join('\n')}
</div>
<h2>Time</h2>
<table><tr><th>Phase</th><th>Seconds</th><th>Worked on</th><th>Found made</th><th>Failed</th></tr>
${(summary?.phases ?? []).map((p) => `<tr><td>${e(p.name)}</td><td class="n">${p.seconds.toFixed(1)}</td><td class="n">${p.ran}</td><td class="n">${p.reused}</td><td class="n">${p.failed}</td></tr>`).join('\n')}
</table>
<h2>Why things were made</h2>
<table><tr><th>Task</th><th>Why</th><th>Seconds</th></tr>
${(summary?.ran ?? [])
  .filter((t) => t.task.startsWith('shots/segment'))
  .map((t) => `<tr><td>${e(t.title)}</td><td>${e(t.why)}</td><td class="n">${t.seconds.toFixed(1)}</td></tr>`)
  .join('\n')}
</table>
<h2>To know</h2>
${warnings.length === 0 ? '<p>Nothing.</p>' : `<ul>${warnings.map((w) => `<li class="warning">${e(w)}</li>`).join('\n')}</ul>`}
</body></html>
`
}

const e = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

const rate = ({ num, den }: RenderPlan['fps']): string => `${Math.round((num / den) * 1000) / 1000} frames a second`

const picture = (bytes: Uint8Array | undefined): string =>
  bytes ? `<img alt="" src="data:image/jpeg;base64,${base64(bytes)}">` : '<div></div>'

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(text)
}
