import { autocompletion, type CompletionContext, type CompletionResult, closeBrackets, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, indentOnInput, indentUnit, syntaxTree } from '@codemirror/language'
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState, type Extension, RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import type { Diagnostic } from '../../film'
import { type JsonSchema, suggest, yamlPlace } from '../store/complete-yaml'

export interface CodeEditorOptions {
  readonly parent: HTMLElement
  readonly label: string
  readonly onChange: (text: string) => void
  /** The schema that completion reads, once it is there; and words for keys whose values the schema leaves open. */
  readonly schema: () => JsonSchema | undefined
  readonly values: Readonly<Record<string, readonly string[]>>
}

/** An editor on the page. Each file has a state of its own: its undo, its cursor. */
export interface CodeEditor {
  show(name: string, text: string): void
  mark(findings: readonly Diagnostic[]): void
  /** @param line 1-based. @param column 1-based. */
  go(line: number, column: number): void
  destroy(): void
}

/** Longer files are shown without colours: the parser would block the page. */
const MOST_COLOURED = 400_000

/** Makes an editor. */
export function codeEditor({ parent, label, onChange, schema, values }: CodeEditorOptions): CodeEditor {
  const states = new Map<string, EditorState>()
  let shown = ''
  let telling = true
  const make = (name: string, text: string): EditorState => {
    const isYaml = /\.(ya?ml|json)$/i.test(name) && text.length < MOST_COLOURED
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightActiveLine(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of('  '),
        bracketMatching(),
        lintGutter(),
        EditorView.contentAttributes.of({ 'aria-label': `${label} ${name}`, spellcheck: 'false', autocapitalize: 'off' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && telling) onChange(update.state.doc.toString())
        }),
        isYaml ? yamlExtensions(schema, values) : EditorView.lineWrapping,
        keymap.of([...completionKeymap, ...lintKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        THEME,
      ],
    })
  }
  const view = new EditorView({ parent, state: make('', '') })
  return {
    show(name, text) {
      if (name === shown && view.state.doc.toString() === text) return
      telling = false
      if (name !== shown) {
        if (shown) states.set(shown, view.state)
        const kept = states.get(name)
        view.setState(kept && kept.doc.toString() === text ? kept : make(name, text))
        shown = name
      } else view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
      telling = true
    },
    mark(findings) {
      const { doc } = view.state
      view.dispatch(
        setDiagnostics(
          view.state,
          findings
            .filter((f) => f.line > 0)
            .map((f) => {
              const line = doc.line(Math.min(f.line, doc.lines))
              const from = Math.min(line.to, line.from + Math.max(0, f.column - 1))
              const word = /^[^\s:,\]}]+/.exec(line.text.slice(from - line.from))?.[0].length ?? 0
              return {
                from,
                to: Math.min(line.to, from + word),
                severity: f.severity,
                source: f.rule,
                message: `${f.message}\n${f.remedy}`,
              }
            })
            .sort((a, b) => a.from - b.from),
        ),
      )
    },
    go(line, column) {
      const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines))
      const position = Math.min(at.to, at.from + Math.max(0, column - 1))
      view.dispatch({ selection: { anchor: position }, effects: EditorView.scrollIntoView(position, { y: 'center' }) })
      view.focus()
    },
    destroy: () => view.destroy(),
  }
}

function yamlExtensions(schema: CodeEditorOptions['schema'], values: CodeEditorOptions['values']): Extension {
  const complete = (context: CompletionContext): CompletionResult | null => {
    const root = schema()
    if (!root) return null
    const line = context.state.doc.lineAt(context.pos)
    const place = yamlPlace(context.state.doc.toString().split('\n'), line.number - 1, context.pos - line.from)
    if (!place || (!context.explicit && place.key === undefined && place.word === '')) return null
    const options = suggest(root, place, values).map((s) => ({
      label: s.label,
      type: s.kind === 'key' ? 'property' : 'constant',
      ...(s.detail ? { info: s.detail } : {}),
      apply: s.kind === 'key' ? `${s.label}: ` : s.label,
    }))
    return options.length > 0 ? { from: context.pos - place.word.length, options, validFor: /^[\w.:-]*$/ } : null
  }
  return [yaml(), closeBrackets(), autocompletion({ override: [complete], icons: false }), colours]
}

const CLASSES: Readonly<Record<string, Decoration>> = Object.fromEntries(
  [
    ['Key', 'key'],
    ['Literal', 'plain'],
    ['QuotedLiteral', 'text'],
    ['BlockLiteralContent', 'text'],
    ['Comment', 'comment'],
    ['Anchor', 'anchor'],
    ['Alias', 'anchor'],
    ['Tag', 'anchor'],
  ].map(([node, name]) => [node, Decoration.mark({ class: `yaml-${name}` })]),
)
const NUMBER = Decoration.mark({ class: 'yaml-number' })

/** Colours what is seen by the parser's own node names. */
const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = coloured(view)
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state))
        this.decorations = coloured(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

function coloured(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges)
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const mark = CLASSES[node.name]
        if (!mark || node.from === node.to) return true
        const isNumber =
          node.name === 'Literal' &&
          /^(-?[\d.]+|true|false|null|~)$/.test(view.state.sliceDoc(node.from, Math.min(node.to, node.from + 20)))
        if (node.name === 'Literal' && node.node.parent?.name === 'Key') return false
        builder.add(node.from, node.to, isNumber ? NUMBER : mark)
        return false
      },
    })
  return builder.finish()
}

const THEME = EditorView.theme(
  {
    '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--text)', fontSize: '13px' },
    '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
    '.cm-content': { caretColor: 'var(--accent)', padding: '10px 0' },
    '.cm-gutters': { backgroundColor: 'var(--well)', color: 'var(--faint)', border: '0' },
    '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 4px', minWidth: '34px' },
    '.cm-activeLine': { backgroundColor: 'rgb(255 255 255 / 3.5%)' },
    '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text)' },
    '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
    '&.cm-focused': { outline: 'none' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: '#3a4254' },
    '.cm-tooltip': { backgroundColor: 'var(--raised)', border: '1px solid var(--line)', borderRadius: '8px', overflow: 'hidden' },
    '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16em' },
    '.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px' },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
    '.cm-completionInfo': { padding: '8px 12px', maxWidth: '320px' },
    '.cm-diagnostic': { padding: '6px 12px', whiteSpace: 'pre-wrap' },
    '.cm-diagnostic-error': { borderLeftColor: 'var(--danger)' },
    '.cm-diagnostic-warning': { borderLeftColor: 'var(--accent)' },
  },
  { dark: true },
)
