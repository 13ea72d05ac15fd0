import { type RefObject, useEffect, useState } from 'react'
import type { Size } from '../../departments/retro'

/** How large an element is, CSS pixels, as that changes; undefined before it is there. */
export function useSize(of: RefObject<Element | null>): Size | undefined {
  const [size, setSize] = useState<Size>()
  useEffect(() => {
    const element = of.current
    if (!element) return
    const watch = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    watch.observe(element)
    return () => watch.disconnect()
  }, [of])
  return size
}
