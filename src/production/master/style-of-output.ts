import { type Style, type StyleChanges, styleByName, styleWith } from '../../departments/retro'
import { isAnimation } from '../../encode'
import { hashOf } from '../../film'
import type { ResolvedOutput } from './resolved'
import { withRetro } from './style-of-shot'

/**
 * The style of an output: the named one, or with retro settings a style of its own, whose id says what it is made of so
 * that two unlike ones are never taken for one another.
 */
export function styleOfOutput(output: ResolvedOutput): Style {
  const style = asked(output)
  // A moving picture is made of the machine's own pixels; a display gives a GIF more colours than it holds.
  const plain = output.container === 'gif' || (isAnimation(output.container) && output.retro?.display === undefined)
  return plain && style.display.kind !== 'plain' ? styleWith(style, { display: { kind: 'plain' } }) : style
}

function asked(output: ResolvedOutput): Style {
  const { retro, style_changes: changes } = output
  const named = styleByName(output.style)
  const id = `${named.id}-${hashOf(changes ?? {}).slice(0, 8)}`
  const base = changes ? styleWith(named, { ...(changes as StyleChanges), id, aliases: [] }) : named
  return retro ? withRetro(base, retro) : base
}
