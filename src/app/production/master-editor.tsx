import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { JsonSchema } from '../store/complete-yaml'
import { desk } from '../store/production'
import { isEdited, productionStore } from '../store/production-state'
import { saveFile } from '../store/save-file'
import type { CodeEditor } from './code-editor'
import { FindingList } from './finding-list'
import { masterSchema, masterValues } from './master-schema'

/** The production's files: the master file with completion and findings, the screenplay beside it. */
export function MasterEditor() {
  const files = useStore(productionStore, (s) => s.files)
  const active = useStore(productionStore, (s) => s.active)
  const check = useStore(productionStore, (s) => s.check)
  const file = files.find((f) => f.name === active)
  return (
    <section className="master" aria-label="Files">
      <div className="file-tabs" role="tablist" aria-label="Files of the production">
        {files
          .filter((f) => f.text !== undefined)
          .map((f) => (
            <button
              key={f.name}
              type="button"
              role="tab"
              aria-selected={f.name === active}
              onClick={() => productionStore.setState({ active: f.name })}
            >
              {f.name}
              {isEdited(f) && <span className="edited" role="img" aria-label="edited" />}
            </button>
          ))}
        <span className={`check is-${check}`} role="status" data-testid="production-check" data-check={check}>
          {check === 'checking' ? 'Reading …' : check === 'good' ? 'Valid' : check === 'bad' ? 'Needs mending' : ''}
        </span>
      </div>
      <CodePane />
      <FindingList />
      <div className="file-deeds">
        <button
          type="button"
          disabled={!file?.text}
          onClick={() => file && saveFile(file.name.split('/').at(-1) ?? file.name, file.text ?? '')}
          data-testid="master-save"
        >
          Save {file?.name.split('/').at(-1) ?? ''}
        </button>
        <button type="button" disabled={!file || !isEdited(file)} onClick={() => file && desk.reset(file.name)} data-testid="master-reset">
          Reset
        </button>
      </div>
    </section>
  )
}

/** The editor itself, fetched when it is first shown. */
function CodePane() {
  const active = useStore(productionStore, (s) => s.active)
  const text = useStore(productionStore, (s) => s.files.find((f) => f.name === s.active)?.text)
  const findings = useStore(productionStore, (s) => s.findings)
  const jump = useStore(productionStore, (s) => s.jump)
  const box = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<CodeEditor>()
  useEffect(() => {
    let here = true
    let made: CodeEditor | undefined
    let schema: JsonSchema | undefined
    void masterSchema().then((s) => {
      schema = s
    })
    void import('./code-editor').then(({ codeEditor }) => {
      if (!here || !box.current) return
      made = codeEditor({
        parent: box.current,
        label: 'Text of',
        schema: () => schema,
        values: masterValues(),
        onChange: (value) => desk.edit(productionStore.getState().active, value),
      })
      setEditor(made)
    })
    return () => {
      here = false
      made?.destroy()
    }
  }, [])
  useEffect(() => {
    if (editor && text !== undefined) editor.show(active, text)
  }, [editor, active, text])
  useEffect(() => {
    editor?.mark(findings.filter((f) => f.file === undefined || f.file === active))
  }, [editor, findings, active])
  useEffect(() => {
    if (jump && editor && jump.file === active) editor.go(jump.line, jump.column)
  }, [jump, editor, active])
  return <div className="code" ref={box} data-testid="master-editor" />
}
